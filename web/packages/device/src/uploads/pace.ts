// How fast it goes, and how much to send at once: a piece takes a few seconds, so that little is lost when one breaks.

const FIRST_BYTES = 128 * 1024;
const LEAST_BYTES = 32 * 1024;
const MOST_BYTES = 4 * 1024 * 1024;
const AIMED_MS = 4_000;
/** How much the latest piece counts against those before. */
const WEIGHT = 0.5;

export class Pace {
  pieceBytes = FIRST_BYTES;
  bytes_per_s?: number;
  #from = 0;
  #began = 0;

  constructor(private readonly now: () => number) {}

  begin(offset: number): void {
    this.#from = offset;
    this.#began = this.now();
  }

  /** Told while a piece leaves; what the phone's own buffer swallowed at once says nothing yet. */
  sent(offset: number): void {
    const ms = this.now() - this.#began;
    if (ms > 500) this.#measure(offset, ms);
  }

  end(offset: number): void {
    const ms = Math.max(1, this.now() - this.#began);
    this.#measure(offset, ms);
    this.pieceBytes = Math.round(Math.min(MOST_BYTES, Math.max(LEAST_BYTES, (this.bytes_per_s! * AIMED_MS) / 1_000)));
  }

  #measure(offset: number, ms: number): void {
    const latest = ((offset - this.#from) * 1_000) / ms;
    this.bytes_per_s = Math.round(this.bytes_per_s === undefined ? latest : this.bytes_per_s * (1 - WEIGHT) + latest * WEIGHT);
  }
}

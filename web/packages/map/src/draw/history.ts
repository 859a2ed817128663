// Undo and redo, of anything: what was, what is, what may come again.

export class History<T> {
  private past: T[] = [];
  private future: T[] = [];

  constructor(
    public now: T,
    private readonly most = 100,
  ) {}

  /** Something new is so; what had been undone is gone. */
  put(next: T): void {
    this.past = [...this.past, this.now].slice(-this.most);
    this.future = [];
    this.now = next;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  undo(): T {
    const before = this.past.at(-1);
    if (before === undefined) return this.now;
    this.past = this.past.slice(0, -1);
    this.future = [this.now, ...this.future];
    this.now = before;
    return before;
  }

  redo(): T {
    const [next, ...rest] = this.future;
    if (next === undefined) return this.now;
    this.past = [...this.past, this.now];
    this.future = rest;
    this.now = next;
    return next;
  }
}

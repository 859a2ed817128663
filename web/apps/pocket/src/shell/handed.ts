// What was tapped on the first question before the app had arrived: where to go, and the photo that was chosen.

export interface Wish {
  /** Where it leads, inside the phone's pages: "/report". */
  to: string;
  files: File[];
}

/** Kept on the window: the first question's script and the app are two parts of one page. */
export const wishes: Wish[] = ((globalThis as { jingweiWishes?: Wish[] }).jingweiWishes ??= []);

let files: File[] = [];

/** The last thing somebody wished for before the app was there. */
export function takeWish(): Wish | undefined {
  const last = wishes.at(-1);
  wishes.length = 0;
  return last;
}

/** Photos for the next page: put down by whoever let them be chosen, taken once by the page that uses them. */
export function handOver(chosen: readonly File[]): void {
  files = [...chosen];
}

export function takeHandedOver(): File[] {
  const handed = files;
  files = [];
  return handed;
}

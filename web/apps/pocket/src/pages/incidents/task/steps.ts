// An action's form cut into questions: each thing it needs is a question of its own, what may be added comes with the last.

import { fieldsOf, type Incident, type Offer } from "@jingwei/face";

/** The order in which questions are asked: what is looked at first, words last. What is not here is for the desk. */
const ORDER = ["item", "unit", "assignee", "until", "limit", "evidence", "rating", "address", "words", "remark", "internal"];

export function questionsOf(offer: Offer): string[][] {
  const fields = fieldsOf(offer).filter((one) => ORDER.includes(one)).sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));
  const needed = fields.filter((one) => offer.needs.includes(one));
  const added = fields.filter((one) => !offer.needs.includes(one));
  if (!needed.length) return added.length ? [added] : [];
  return needed.map((one, at) => {
    if (at < needed.length - 1) return [one];
    return [one, ...added].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  });
}

/** Photos from before and after, opposite each other: what was reported counts as before. */
export interface Pairs {
  before: Incident["attachments"];
  after: Incident["attachments"];
  others: Incident["attachments"];
}

export function pairsOf(files: Incident["attachments"]): Pairs {
  const isSeen = (one: Incident["attachments"][number]) => one.file_kind === "photo" || one.file_kind === "video" || one.file_kind === null;
  const of = (...kinds: string[]) => files.filter((one) => kinds.includes(one.kind) && isSeen(one));
  const proof = of("photo_before");
  const before = proof.length ? proof : of("report");
  const after = of("photo_after");
  const shown = new Set(after.length ? [...before, ...after] : []);
  return { before, after, others: files.filter((one) => !shown.has(one)) };
}


// Cards of supervision as both the list and a matter show them.

import type { Schema } from "@jingwei/client";

export type SupervisionCard = Schema<"SupervisionCardOut">;
export type CardKind = Schema<"CardKind">;
export type Verdict = Schema<"Verdict">;

/** The colour of a card's state: whose turn it is shows by its clock, what is over by a tick or a ring. */
export function colourOfCard(card: Pick<SupervisionCard, "state" | "colour" | "ended_at">): string {
  if (!card.ended_at) return card.colour;
  return card.state === "accepted" ? "done" : "waiting";
}

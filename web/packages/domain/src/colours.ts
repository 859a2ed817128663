// The colour of what is no incident: a call to a place and the units called, a share of a task. The same on every face.

import type { Schema } from "@jingwei/client";
import type { Colour } from "./states.js";

type Whistle = Pick<Schema<"WhistleOut">, "ended_at" | "absent" | "outcome">;
type Standing = Schema<"SummonsOut">["standing"];
type Share = Pick<Schema<"TaskShareOut">, "state" | "is_overdue">;

const OF_STANDING: Record<Standing, Colour> = { awaited: "running", arrived: "done", late: "may_overrun", absent: "overdue", released: "waiting" };
const OF_SHARE: Record<Share["state"], Colour> = { given: "waiting", doing: "running", reported: "warning", done: "done", returned: "waiting", withdrawn: "waiting" };

/** Whether a unit that was called has come. */
export function standingColour(standing: Standing): Colour {
  return OF_STANDING[standing];
}

/** A call is late as soon as one unit has not come, until it is over; one that was called off is grey. */
export function whistleColour(one: Whistle): Colour {
  if (one.outcome === "called_off") return "waiting";
  if (one.ended_at) return "done";
  return one.absent ? "overdue" : "running";
}

/** How a share of a task stands. */
export function shareColour(one: Share): Colour {
  return one.is_overdue ? "overdue" : OF_SHARE[one.state];
}

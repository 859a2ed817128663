// Where a notice leads on the phone: one's own matter, a matter one follows, or nowhere.

import type { RouteLocationRaw } from "vue-router";

export function whither(target: string, isResident: boolean): RouteLocationRaw | undefined {
  const [kind, id] = target.split(":");
  if (!id) return undefined;
  if (kind === "incidents.incident") return isResident ? { name: "my-report", params: { id } } : { name: "task", params: { id } };
  if (kind === "returnvisits.check" && !isResident) return { name: "spot-checks" };
  if (kind === "joint.whistle" && !isResident) return { name: "whistle", params: { id } };
  if (kind === "joint.meeting" && !isResident) return { name: "meeting", params: { id } };
  if (kind === "joint.enforcement" && !isResident) return { name: "enforcement", params: { id } };
  if (kind === "workforce.referral" && !isResident) return { name: "referrals" };
  if (kind === "tasking.task") return isResident ? undefined : { name: "given-task", params: { id } };
  return kind === "incidents.followed" && isResident ? { name: "followed", params: { publicId: id } } : undefined;
}

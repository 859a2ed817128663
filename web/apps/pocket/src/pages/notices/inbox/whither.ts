// Where a notice leads on the phone: one's own matter, a matter one follows, or nowhere.

import type { RouteLocationRaw } from "vue-router";

export function whither(target: string, isResident: boolean): RouteLocationRaw | undefined {
  const [kind, id] = target.split(":");
  if (!id) return undefined;
  if (kind === "incidents.incident") return isResident ? { name: "my-report", params: { id } } : { name: "task", params: { id } };
  return kind === "incidents.followed" && isResident ? { name: "followed", params: { publicId: id } } : undefined;
}

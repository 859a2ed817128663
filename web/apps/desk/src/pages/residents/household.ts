// Members of a household as a form holds them.

import type { Schema } from "@jingwei/client";

export const HEAD = "02";

export interface MemberGiven {
  resident_id: string;
  name: string;
  relation: string;
}

export const presentOf = (members: readonly Schema<"HouseholdMemberOut">[]) => members.filter((one) => one.to_on === null);

/** The present members that can be kept; for a new household the person it is made from, as its head. */
export function membersGiven(members: readonly Schema<"HouseholdMemberOut">[] | undefined, person: { resident_id: string; name: string }): MemberGiven[] {
  if (!members) return [{ resident_id: person.resident_id, name: person.name, relation: HEAD }];
  return presentOf(members).flatMap((one) => (one.resident_id ? [{ resident_id: one.resident_id, name: one.name, relation: one.relation }] : []));
}

/** One head, everybody once, nobody without a relation. */
export function isWhole(members: readonly MemberGiven[]): boolean {
  const ids = new Set(members.map((one) => one.resident_id));
  return members.filter((one) => one.relation === HEAD).length === 1 && ids.size === members.length && members.every((one) => one.resident_id && one.relation);
}

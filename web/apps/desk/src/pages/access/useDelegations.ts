import { delegatePost, listColleagues, listDelegations, revokeDelegation, type Schema } from "@jingwei/client";
import { cityMoment } from "@jingwei/domain";
import { useRead, useSession, useWrite } from "@jingwei/face";
import { useNow } from "@jingwei/ui";
import { computed, reactive, ref, shallowRef, watch } from "vue";

export type Delegation = Schema<"DelegationOut">;
/** Somebody to whom the post can be lent, with all their posts. */
export interface Colleague {
  id: string;
  name: string;
  unit: string;
  posts: string[];
}
export type DelegationState = "running" | "coming" | "ended" | "revoked";

const DAY = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 90;

/** Where a loan stands at a moment. */
export function stateOf(one: Delegation, at: Date): DelegationState {
  if (one.revoked_at) return "revoked";
  if (new Date(one.ends_at) <= at) return "ended";
  return new Date(one.starts_at) > at ? "coming" : "running";
}

export function useDelegations() {
  const session = useSession();
  const now = useNow();
  const withEnded = ref(false);
  // Whole days, so that the question stays the same and its answer is kept.
  const since = computed(() => new Date((Math.floor(now.value.getTime() / DAY) - KEPT_DAYS) * DAY).toISOString());
  const delegations = useRead(listDelegations, () => (withEnded.value ? { since: since.value } : {}), { keepsPrevious: true });
  const words = ref("");
  const colleagues = useRead(listColleagues, () => (words.value ? { words: words.value } : {}), { keepsPrevious: true });

  /** The page's clock ticks every half minute; an answer is newer than that. */
  const at = computed(() => new Date(Math.max(now.value.getTime(), delegations.dataUpdatedAt.value)));
  const rows = computed(() =>
    (delegations.data.value ?? [])
      .map((one) => ({ ...one, state: stateOf(one, at.value), isGiven: one.from_person_id === session.me?.person_id }))
      .filter((one) => withEnded.value || one.state === "running" || one.state === "coming"),
  );
  /** Each colleague once, with all their posts. */
  const people = computed(() => {
    const found = new Map<string, Colleague>();
    for (const post of colleagues.data.value ?? []) {
      const person = found.get(post.person_id) ?? { id: post.person_id, name: post.person_name, unit: post.unit_name, posts: [] };
      person.posts.push(post.title);
      found.set(post.person_id, person);
    }
    return [...found.values()];
  });

  // Times as they were chosen, on the city's clock.
  const given = reactive({ toPersonId: "", startsAt: null as string | null, endsAt: null as string | null, reason: "" });
  /** Kept apart: what is found by other words must not take the chosen name out of the field. */
  const chosen = shallowRef<Colleague>();
  const options = computed(() => {
    const one = chosen.value;
    return one && !people.value.some((other) => other.id === one.id) ? [one, ...people.value] : people.value;
  });
  watch(() => given.toPersonId, (id) => (chosen.value = options.value.find((one) => one.id === id)));
  const isMissing = ref(false);
  const lending = useWrite(delegatePost, { changes: [listDelegations] });
  const revoking = useWrite(revokeDelegation, { changes: [listDelegations] });

  /** The name of who got it; nothing when it was not saved (the reason stands in `lending.error`). */
  async function lend(): Promise<string | undefined> {
    const person = chosen.value;
    isMissing.value = !person || !given.endsAt || !given.reason.trim();
    if (isMissing.value || !person || !given.endsAt) return undefined;
    try {
      await lending.mutateAsync({
        to_person_id: person.id,
        starts_at: (given.startsAt ? cityMoment(given.startsAt) : new Date()).toISOString(),
        ends_at: cityMoment(given.endsAt).toISOString(),
        reason: given.reason.trim(),
      });
    } catch {
      return undefined;
    }
    Object.assign(given, { toPersonId: "", startsAt: null, endsAt: null, reason: "" });
    return person.name;
  }

  return { delegations, rows, words, options, isSearching: colleagues.isFetching, given, isMissing, lending, lend, revoking, withEnded };
}

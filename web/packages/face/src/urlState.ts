// Filters and pages live in the address: a list can be linked to, and Back brings back what was there.

import { computed, type ComputedRef, type WritableComputedRef } from "vue";
import { useRoute, useRouter } from "vue-router";

/** Filters as the server and an export take them: only what is said; `several` stand in the address with commas between. */
export function askedOf(state: Readonly<Record<string, string>>, several: readonly string[] = []): Record<string, string | string[]> {
  const said = Object.entries(state).filter(([, value]) => value);
  return Object.fromEntries(said.map(([name, value]) => [name, several.includes(name) ? value.split(",") : value]));
}

export interface UrlState<T extends Record<string, string>> {
  /** What the address says, or the default. */
  state: ComputedRef<T>;
  /** Change some of it; another filter begins at the first page again. */
  set: (patch: Partial<T>) => void;
  /** One of them, for v-model. */
  field: <K extends keyof T & string>(name: K) => WritableComputedRef<string>;
  /** One of them that may hold several, with commas between. */
  several: (name: keyof T & string) => WritableComputedRef<string[]>;
  cursor: ComputedRef<string | undefined>;
  /** The next page is a step of its own, so that Back leads to the page before. */
  next: (cursor: string) => void;
  previous: () => void;
  hasPrevious: ComputedRef<boolean>;
  /** Whether anything narrows the list. */
  isNarrowed: ComputedRef<boolean>;
  clear: () => void;
}

/** `useUrlState({ words: "", role: "" })`: names and defaults of what stands in the address. */
export function useUrlState<T extends Record<string, string>>(defaults: T): UrlState<T> {
  const route = useRoute();
  const router = useRouter();
  const names = Object.keys(defaults) as (keyof T & string)[];
  const mine = route.name;
  const inAddress = (name: string): string | undefined => {
    const value = route.query[name];
    return typeof value === "string" && value ? value : undefined;
  };
  const state = computed(() => Object.fromEntries(names.map((name) => [name, inAddress(name) ?? defaults[name]])) as T);
  let pending: Partial<T> = {};

  function set(patch: Partial<T>): void {
    if (route.name !== mine) return;
    const isFirst = Object.keys(pending).length === 0;
    pending = { ...pending, ...patch };
    if (isFirst) queueMicrotask(apply);
  }

  function apply(): void {
    const query = { ...route.query };
    delete query["cursor"];
    for (const [name, value] of Object.entries({ ...state.value, ...pending })) {
      if (!value || value === defaults[name]) delete query[name];
      else query[name] = value as string;
    }
    pending = {};
    void router.replace({ query, hash: route.hash });
  }

  return {
    state,
    set,
    field: (name) =>
      computed({ get: () => state.value[name] as string, set: (value) => set({ [name]: value ?? "" } as Partial<T>) }),
    several: (name) =>
      computed({ get: () => (state.value[name] as string).split(",").filter(Boolean), set: (chosen) => set({ [name]: chosen.join(",") } as Partial<T>) }),
    cursor: computed(() => inAddress("cursor")),
    next: (cursor) => void router.push({ query: { ...route.query, cursor } }),
    previous: () => router.back(),
    hasPrevious: computed(() => inAddress("cursor") !== undefined && window.history.state?.back !== null),
    isNarrowed: computed(() => names.some((name) => state.value[name] !== defaults[name])),
    clear: () => set({ ...defaults }),
  };
}

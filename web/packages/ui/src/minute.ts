// One clock for every relative time on the page, ticking twice a minute while somebody looks.

import { onScopeDispose, readonly, ref, type Ref } from "vue";

const now = ref(new Date());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The present moment, good to half a minute. */
export function useNow(): Readonly<Ref<Date>> {
  watchers += 1;
  if (watchers === 1) {
    now.value = new Date();
    timer = setInterval(() => (now.value = new Date()), 30_000);
  }
  onScopeDispose(() => {
    watchers -= 1;
    if (watchers === 0) clearInterval(timer);
  });
  return readonly(now) as Readonly<Ref<Date>>;
}

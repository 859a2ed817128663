// Noting one concern: a topic, an occasion, where the phone is, and a few words if wanted.

import { hearConcernAgain, listConcerns, listConcernTopics, noteConcern } from "@jingwei/client";
import { useOwnArea, useRead, useWrite } from "@jingwei/face";
import { computed, ref } from "vue";
import { useHere } from "@/parts/here.js";
import { canBeNoted, lately } from "./choosing.js";

const NEAR = 3;
type Occasion = NonNullable<Parameters<typeof noteConcern>[0]["occasion"]>;

export const OCCASIONS: readonly Occasion[] = ["patrol", "visit", "group", "work"];

export function useNote() {
  const tree = useRead(listConcernTopics);
  const topics = computed(() => canBeNoted(tree.data.value?.topics ?? []));
  const code = ref<string>();
  const usual = computed(() => {
    const first = tree.data.value?.usual ?? [];
    const codes = code.value && !first.includes(code.value) ? [code.value, ...first] : first;
    return codes.flatMap((one) => topics.value.filter((topic) => topic.code === one));
  });
  const occasion = ref<Occasion>("patrol");
  const words = ref("");
  const { where, here, given } = useHere();
  const id = ref(crypto.randomUUID() as string);
  const area = useOwnArea();
  const changes = [listConcernTopics, listConcerns];
  const noting = useWrite(noteConcern, { changes });
  const hearing = useWrite(hearConcernAgain, { changes: [listConcerns] });
  /** The same, noted here lately: one more is better than a second note. */
  const near = useRead(listConcerns, () => ({ area_code: area.code.value, topic: [code.value ?? ""], since: lately(Date.now()), size: NEAR }), {
    enabled: () => !!code.value && !!area.code.value,
  });

  /** The topic's name, or nothing where something is in the way; sent twice it is one note. */
  async function save(): Promise<string | undefined> {
    if (!code.value || noting.isPending.value) return undefined;
    const made = await noting
      .mutateAsync({ id: id.value, topic_code: code.value, occasion: occasion.value, words: words.value.trim(), ...given.value })
      .catch(() => undefined);
    if (!made) return undefined;
    code.value = undefined;
    words.value = "";
    id.value = crypto.randomUUID();
    return made.topic_name;
  }

  async function hear(concern_id: string): Promise<number | undefined> {
    const heard = await hearing.mutateAsync({ concern_id, id: crypto.randomUUID(), occasion: occasion.value }).catch(() => undefined);
    if (heard) code.value = undefined;
    return heard?.times;
  }
  return { tree, topics, usual, code, occasion, words, where, here, near, noting, hearing, save, hear };
}

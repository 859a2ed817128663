import { answerDraftPosts, checkDraft, listPublications, previewDraft, publishDraft, Refusal } from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { queryClient, readAgain, readKey, useRead, useWrite } from "@jingwei/face";
import { useNow } from "@jingwei/ui";
import { computed, reactive } from "vue";
import { useRouter } from "vue-router";
import type { Effects } from "../types.js";
import type { Editor } from "./useEditor.js";

/** A post or a unit that stands in a grid which closes. */
export interface Concerned {
  id: string;
  isUnit: boolean;
  title: string;
  holder: string;
  areaCode: string;
  /** "" while nobody has said; "close", or the code of the area it moves to. */
  answer: string;
  offers: readonly string[];
}

export function concernedOf(effects: Effects | undefined): Concerned[] {
  const said = (one: { answer: string | null; to_code: string | null }) => (one.answer === "move" ? (one.to_code ?? "") : (one.answer ?? ""));
  const posts = (effects?.posts ?? []).map((one) => ({
    id: one.post_id, isUnit: false, title: one.title, holder: one.holder_name, areaCode: one.area_code, answer: said(one), offers: one.offers,
  }));
  const units = (effects?.units ?? []).map((one) => ({
    id: one.unit_id, isUnit: true, title: one.name, holder: "", areaCode: one.area_code, answer: said(one), offers: one.offers,
  }));
  return [...posts, ...units];
}

/** Check, see what it moves, answer for the posts, publish on a day. */
export function usePublish(editor: Editor, draftId: () => string, isShown: () => boolean) {
  const router = useRouter();
  const now = useNow();
  const today = computed(() => cityDay(now.value));
  const effects = useRead(previewDraft, () => ({ draft_id: draftId() }), { enabled: isShown, keepsPrevious: true });
  const checks = useWrite(checkDraft);
  const answers = useWrite(answerDraftPosts);
  const publishes = useWrite(publishDraft, { changes: [listPublications] });
  const given = reactive({ on: today.value, reason: "" });
  const isChecked = computed(() => editor.draft.data.value?.state === "checked");
  const concerned = computed<Concerned[]>(() => concernedOf(effects.data.value));
  const unanswered = computed(() => concerned.value.filter((one) => !one.answer).length);
  const failure = computed(() => checks.error.value ?? answers.error.value ?? publishes.error.value);

  /** Somebody changed it in the meantime: everything is read again, and what was refused is said. */
  async function after<T>(doing: Promise<T>): Promise<T | undefined> {
    try {
      return await doing;
    } catch (error) {
      if (error instanceof Refusal && error.status === 409) await editor.readAll();
      return undefined;
    }
  }
  function forget(): void {
    for (const one of [checks, answers, publishes]) one.reset();
  }

  async function check(): Promise<void> {
    forget();
    const found = await after(checks.mutateAsync({ draft_id: draftId(), version: editor.version.value }));
    if (found) await editor.readAll();
  }
  async function answer(one: Concerned, what: string): Promise<void> {
    forget();
    const who = one.isUnit ? { unit_id: one.id } : { post_id: one.id };
    const is = what === "close" ? { ...who, answer: "close" as const } : { ...who, answer: "move" as const, to_code: what };
    const found = await after(answers.mutateAsync({ draft_id: draftId(), version: editor.version.value, answers: [is] }));
    if (!found) return;
    queryClient.setQueryData(readKey(previewDraft, { draft_id: draftId() }), found);
    await editor.readAll();
  }
  async function publish(): Promise<void> {
    forget();
    const done = await after(
      publishes.mutateAsync({ draft_id: draftId(), version: editor.version.value, on: given.on, reason: given.reason.trim() }),
    );
    if (!done) return;
    await readAgain(queryClient, [listPublications]);
    await editor.readAll();
    await router.push({ name: "territory-publications" });
  }
  return { effects, given, today, isChecked, concerned, unanswered, failure, checks, publishes, answers, check, answer, publish };
}

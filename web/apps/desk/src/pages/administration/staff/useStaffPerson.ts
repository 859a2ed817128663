import {
  fillPost, listPosts, listRoles, listStaff, readStaff, renameStaff, reopenStaff, resetPassword, retireStaff, setStaffPhone,
  takeSecondFactorOff, vacatePost,
  type Schema,
} from "@jingwei/client";
import { queryClient, readAgain, useRead } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { ElMessageBox } from "element-plus/es/components/message-box/index";
import { computed, onMounted, reactive, ref, shallowRef } from "vue";
import type { Issued } from "../parts/OneTimePassword.vue";
import { text as shared } from "../parts/text.js";
import { text } from "./text.js";

type Post = Schema<"StaffPostOut">;

/** Everything that can be done to one member of staff. */
export function useStaffPerson(personId: () => string) {
  const { t } = usePageText(text);
  const { t: s } = usePageText(shared);
  const file = useRead(readStaff, () => ({ person_id: personId() }));
  const member = computed(() => file.data.value?.member);
  const issued = ref<Issued | null>(null);
  const failure = shallowRef<unknown>();
  const left = shallowRef<Post[]>([]);
  const retiring = reactive({ isOpen: false, reason: "", failure: undefined as unknown });
  const vacant = shallowRef<Schema<"HeldPostOut">[]>([]);
  const chosen = ref("");
  const name = () => member.value?.name ?? "";

  /** Do it, have everything read again that it changed, and say what was done. */
  async function perform<A>(doing: () => Promise<A>, says?: string): Promise<A | undefined> {
    failure.value = undefined;
    try {
      const answer = await doing();
      await readAgain(queryClient, [readStaff, listStaff, listPosts, listRoles]);
      if (says) ElMessage.success(says);
      return answer;
    } catch (error) {
      failure.value = error;
      return undefined;
    }
  }

  const sure = (words: string, confirm: string) =>
    ElMessageBox.confirm(words, { type: "warning", confirmButtonText: confirm, cancelButtonText: s("cancel") }).then(() => true, () => false);
  const ask = (words: string, value = "") =>
    ElMessageBox.prompt(words, { confirmButtonText: s("save"), cancelButtonText: s("cancel"), inputValue: value, inputPattern: /\S/, inputErrorMessage: words })
      .then((answer) => answer.value.trim(), () => undefined);

  async function rename(): Promise<void> {
    const given = await ask(t("person.newName"), name());
    if (given && given !== name()) await perform(() => renameStaff({ person_id: personId(), name: given }), t("person.renamed"));
  }
  async function setPhone(): Promise<void> {
    const given = await ask(t("person.newPhone"));
    if (given) await perform(() => setStaffPhone({ person_id: personId(), phone: given }), t("person.phoneSet"));
  }
  async function issue(): Promise<void> {
    if (!(await sure(t("person.issueAsk", { name: name() }), t("person.issue")))) return;
    const made = await perform(() => resetPassword({ person_id: personId() }));
    if (made) issued.value = { name: name(), username: member.value?.username ?? "", password: made.one_time_password };
  }
  async function takeFactorOff(): Promise<void> {
    const reason = await ask(t("person.factorAsk", { name: name() }));
    if (reason) await perform(() => takeSecondFactorOff({ person_id: personId(), reason }), t("person.factorOff", { name: name() }));
  }
  async function reopen(): Promise<void> {
    if (!(await sure(t("person.reopenAsk"), t("person.reopen")))) return;
    const made = await perform(() => reopenStaff({ person_id: personId() }));
    if (made) issued.value = { name: name(), username: member.value?.username ?? "", password: made.one_time_password };
  }
  async function retire(): Promise<void> {
    const reason = retiring.reason.trim();
    if (!reason) return;
    const said = t("person.retired", { name: name() });
    const done = await perform(() => retireStaff({ person_id: personId(), reason }), said);
    retiring.failure = failure.value;
    if (!done) return;
    left.value = done.posts;
    Object.assign(retiring, { isOpen: false, reason: "" });
  }
  async function vacate(post: Post): Promise<void> {
    if (!(await sure(t("person.vacateAsk", { name: name(), post: post.title }), t("person.vacate")))) return;
    const isDone = await perform(() => vacatePost({ post_id: post.post_id }).then(() => true), t("person.vacated", { post: post.title }));
    if (isDone) left.value = [...left.value, post];
  }
  async function findVacant(words: string): Promise<void> {
    vacant.value = await listPosts({ is_vacant: true, words, limit: 20 }).then((page) => page.rows, () => []);
  }
  async function give(): Promise<void> {
    const post = vacant.value.find((one) => one.post_id === chosen.value);
    if (!post) return;
    const isDone = await perform(() => fillPost({ post_id: post.post_id, person_id: personId() }).then(() => true), t("person.given", { post: post.title }));
    if (!isDone) return;
    chosen.value = "";
    await findVacant("");
  }
  onMounted(() => findVacant(""));

  return { file, member, issued, failure, left, retiring, vacant, chosen, rename, setPhone, issue, takeFactorOff, reopen, retire, vacate, findVacant, give };
}

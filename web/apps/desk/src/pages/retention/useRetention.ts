// What is kept how long, and the records that are preserved.

import { endPreservation, listPreserved, listRetention, preserveRecords, type Schema } from "@jingwei/client";
import { useRead, useSession, useWrite } from "@jingwei/face";
import { computed, ref } from "vue";

export type Kind = Schema<"RetentionOut">;

/** The end of a day in China, as a moment: what is preserved until a day is so to its end. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59+08:00`;
}

export function useRetention() {
  const session = useSession();
  const kinds = useRead(listRetention);
  const mayPreserve = computed(() => session.may("preserve_records"));
  const preserved = useRead(listPreserved, undefined, { enabled: mayPreserve });
  const changes = [listPreserved];
  const preserve = useWrite(preserveRecords, { changes });
  const finish = useWrite(endPreservation, { changes });
  const blank = () => ({ receipt_no: "", reason: "", day: "" });
  const form = ref(blank());
  const isComplete = computed(() => form.value.receipt_no.trim().length > 3 && form.value.reason.trim().length > 1 && !!form.value.day);

  async function send(): Promise<boolean> {
    const { receipt_no, reason, day } = form.value;
    return preserve.mutateAsync({ receipt_no: receipt_no.trim(), reason: reason.trim(), until_at: endOfDay(day) }).then(
      () => {
        form.value = blank();
        return true;
      },
      () => false,
    );
  }
  return { kinds, preserved, mayPreserve, preserve, finish, form, isComplete, send };
}

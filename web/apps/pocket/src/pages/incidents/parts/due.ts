// "还有 3 小时", "超时 20 分钟": what `due_at` means now.

import { duration } from "@jingwei/domain";
import { useLocale, useNow, usePageText } from "@jingwei/ui";
import { text } from "./text.js";

export interface Due {
  isOver: boolean;
  words: string;
}

export function useDue(): (row: { due_at: string | null; is_suspended: boolean }) => Due | undefined {
  const now = useNow();
  const locale = useLocale();
  const { t } = usePageText(text);
  return (row) => {
    if (!row.due_at || row.is_suspended) return undefined;
    const left = new Date(row.due_at).getTime() - now.value.getTime();
    return { isOver: left < 0, words: t(left < 0 ? "due.over" : "due.left", { time: duration(left, locale.value) }) };
  };
}

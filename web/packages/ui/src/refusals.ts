// What a failure says to people: the server's own words in their language, and the next step.

import { Refusal, Unanswered } from "@jingwei/client";
import type { Locale } from "@jingwei/domain";
import { text } from "./text.js";
import { usePageText } from "./texts.js";

export interface Explanation {
  message: string;
  next: string;
  code: string;
  /** Under which the server's log tells of the call; only where something broke, and nobody can help without. */
  number?: string;
}

/** Turns whatever was thrown into words; for a message box or a note beside a field. */
export function useExplanation(): (error: unknown) => Explanation {
  const { t, locale } = usePageText(text);
  return (error) => {
    if (error instanceof Refusal) {
      const broken = error.status >= 500 && error.number ? { number: error.number } : {};
      return { message: messageOf(error, locale.value), next: t(`next.${error.next}`), code: error.code, ...broken };
    }
    // Nobody can tell whether a write arrived; with its id or version it is not done twice, but a note could be.
    if (error instanceof Unanswered && error.isWrite) {
      return { message: t("unsent"), next: t("unsentNext"), code: "unsent" };
    }
    // fetch throws a TypeError when nothing answers.
    if (error instanceof TypeError) return { message: t("unreachable"), next: "", code: "unreachable" };
    return { message: t("unknown"), next: "", code: "unknown" };
  };
}

function messageOf(refusal: Refusal, locale: Locale): string {
  return locale === "en" ? refusal.body.message_en || refusal.body.message : refusal.body.message;
}

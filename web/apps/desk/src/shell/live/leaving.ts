// Signing out wipes what was typed and not sent: asked about first, where there is any.

import { drafts } from "@jingwei/domain";
import { usePageText } from "@jingwei/ui";
import { text } from "./text.js";

/** Whether one may sign out: nothing is lost by it, or the person says that it may be. */
export function useLeaving(): () => Promise<boolean> {
  const { t } = usePageText(text);
  return async () => {
    const count = drafts.count();
    if (count === 0) return true;
    // Not with the first load. Without a network nobody can sign out either.
    const box = await import("element-plus/es/components/message-box/index").catch(() => undefined);
    if (!box) return false;
    return box.ElMessageBox.confirm(t("leaving.body", { n: count }), t("leaving.title"), {
      type: "warning",
      confirmButtonText: t("leaving.go"),
      cancelButtonText: t("leaving.stay"),
    }).then(
      () => true,
      () => false,
    );
  };
}

// A picture through the browser's own file choice: needs no permission, and every phone offers its camera there.

import type { Taken, TakeOptions } from "../contracts";

/** Open the phone's camera or its album. Call it from a tap: browsers refuse it otherwise. */
export function takeByBrowser({ fromCamera = false, most = 1 }: TakeOptions = {}): Promise<Taken> {
  return new Promise((answer) => {
    const field = document.createElement("input");
    field.type = "file";
    field.accept = "image/*,.heic,.heif";
    field.multiple = most > 1 && !fromCamera;
    if (fromCamera) field.setAttribute("capture", "environment");
    // In the page, or Safari forgets it before the picture is taken.
    field.hidden = true;
    document.body.append(field);
    const end = (taken: Taken) => {
      field.remove();
      answer(taken);
    };
    field.addEventListener("change", () => {
      const files = [...(field.files ?? [])].slice(0, most);
      end(files.length > 0 ? { files } : { problem: "cancelled" });
    });
    // Where the browser tells it (Chrome 113, Safari 16.4); elsewhere a tap that chose nothing changes nothing.
    field.addEventListener("cancel", () => end({ problem: "cancelled" }));
    field.click();
  });
}

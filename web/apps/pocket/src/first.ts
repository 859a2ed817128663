// Before the app: the tiny script of the first question. It answers a tap at once, remembers it, and fetches the app.

import { wishes, type Wish } from "./shell/handed.js";

const isEnglish = () => document.documentElement.lang === "en";

/** What a tap says while the app is still on its way. */
function answer(zh: string, en: string): void {
  const place = document.getElementById("first-answer");
  if (place) place.textContent = isEnglish() ? en : zh;
}

function wish(one: Wish): void {
  wishes.push(one);
  document.dispatchEvent(new CustomEvent("jingwei:wish"));
}

const photo = document.getElementById("first-photo");
photo?.addEventListener("change", () => {
  const files = [...((photo as HTMLInputElement).files ?? [])];
  if (!files.length) return;
  answer("照片收到了，正在打开下一步……", "The photo is here, opening the next step…");
  wish({ to: "/report", files });
});

document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-first]");
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  link.classList.add("is-tapped");
  answer("马上就到，正在打开……", "One moment, opening…");
  wish({ to: link.getAttribute("href")!.replace(/^\/m/, ""), files: [] });
});

let tries = 0;
function fetchApp(): void {
  import("./main.js").then(
    ({ start }) => start(),
    () => {
      tries += 1;
      answer(
        "网络不好，还没有打开。会自动再试；也可以稍后再来。",
        "The network is bad and the page has not opened yet. It tries again by itself.",
      );
      setTimeout(() => location.reload(), Math.min(30_000, 5_000 * tries));
    },
  );
}
fetchApp();

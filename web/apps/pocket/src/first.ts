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

const photo = document.getElementById("first-photo") as HTMLInputElement | null;
function takePhoto(): void {
  const files = [...(photo?.files ?? [])];
  if (!files.length) return;
  answer("照片收到了，正在打开下一步……", "The photo is here, opening the next step…");
  wish({ to: "/report", files });
}
photo?.addEventListener("change", takePhoto);
// Somebody may have been quicker than this script.
takePhoto();

document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-first]");
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  link.classList.add("is-tapped");
  answer("马上就到，正在打开……", "One moment, opening…");
  wish({ to: link.getAttribute("href")!.replace(/^\/m/, ""), files: [] });
});

const AGAIN_MS = 8_000;

async function fetchApp(): Promise<void> {
  try {
    const { start } = await import("./main.js");
    await start();
  } catch (error) {
    const hasPhoto = wishes.some((one) => one.files.length > 0);
    answer(
      hasPhoto
        ? "网络断了，还没有打开。照片还在这里，请不要关闭页面；有了网络再点一次拍照。"
        : "网络不好，还没有打开。马上会自动再试。",
      hasPhoto
        ? "The network broke off. Your photo is still here: keep this page open, and tap again when there is network."
        : "The network is bad and the page has not opened yet. It tries again by itself.",
    );
    // A page with a photo is not thrown away; any other begins anew, which also fetches a newer build.
    if (!hasPhoto) setTimeout(() => location.reload(), AGAIN_MS);
    throw error;
  }
}
void fetchApp();
window.addEventListener("online", () => document.getElementById("first") && void fetchApp());

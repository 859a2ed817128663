import "./pocket.css";
import { queryClient, startLive, usePreferences, useProof, useSession } from "@jingwei/face";
import { i18n } from "@jingwei/ui";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { handOver, takeWish } from "./shell/handed.js";
import { router } from "./shell/router.js";

/** Browsers of apps that know who holds the phone; everybody else loads nothing for them. */
const INSIDE = /MicroMessenger|wxwork|DingTalk|AlipayClient|AliApp\(AP/i;

/** Takes over from the first question, with whatever was tapped or chosen there. */
export async function start(): Promise<void> {
  const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient });
  usePreferences().apply();
  useSession().listen({ forVisitors: true, isVisitor: document.documentElement.dataset["who"] === "nobody" });
  useProof().listen();
  app.use(router);
  startLive({ router, queryClient });
  await router.isReady();
  const follow = () => {
    const wish = takeWish();
    if (!wish) return;
    handOver(wish.files);
    void router.push(wish.to);
  };
  follow();
  app.mount("#app");
  document.addEventListener("jingwei:wish", follow);
  if (INSIDE.test(navigator.userAgent)) void import("./shell/container.js").then(({ arrive }) => arrive(queryClient));
  keepShell();
}

/** The shell's files and the offline page are kept once everything else has arrived; where the browser cannot, nothing is lost. */
function keepShell(): void {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const keep = () => void navigator.serviceWorker.register("/m/service-worker.js", { scope: "/m/" }).catch(() => undefined);
  if (document.readyState === "complete") keep();
  else window.addEventListener("load", keep, { once: true });
}

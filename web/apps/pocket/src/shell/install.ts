// The browser's offer to install: it comes once and early, so it is kept until somebody asks for it.

import { readonly, ref } from "vue";

interface Offer extends Event {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
}

const offer = ref<Offer>();
const isInstalled = ref(matchMedia("(display-mode: standalone)").matches);

window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer.value = event as Offer;
});
window.addEventListener("appinstalled", () => (isInstalled.value = true));

export function useInstall() {
  async function install(): Promise<void> {
    const { outcome } = (await offer.value?.prompt()) ?? {};
    offer.value = undefined;
    if (outcome === "accepted") isInstalled.value = true;
  }
  return { offer: readonly(offer), isInstalled: readonly(isInstalled), install };
}

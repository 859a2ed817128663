// Language, colours, density, large type: kept in this browser for each person, and for whoever signs in next.

import { LOCALES, type Locale } from "@jingwei/domain";
import { setLocale } from "@jingwei/ui";
import { defineStore } from "pinia";
import { reactive, toRefs, watch } from "vue";

export const THEMES = ["system", "light", "dark"] as const;
export const DENSITIES = ["comfortable", "compact"] as const;

interface Choices {
  language: Locale;
  theme: (typeof THEMES)[number];
  density: (typeof DENSITIES)[number];
  isNavFolded: boolean;
  /** Large type, on the phone. */
  isLarge: boolean;
  /** Black on white with thick lines, for reading in the sun. */
  isSunlight: boolean;
}

const PLACE = "jingwei.preferences";

function initial(): Choices {
  const language = navigator.language.toLowerCase().startsWith("zh") || !navigator.language ? "zh-CN" : "en";
  return { language, theme: "system", density: "comfortable", isNavFolded: false, isLarge: false, isSunlight: false };
}

/** What was kept, as far as it still makes sense. */
export function stored(place: string): Partial<Choices> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const { language, theme, density, isNavFolded, isLarge, isSunlight } = kept as Partial<Choices>;
    return {
      ...(language && LOCALES.includes(language) ? { language } : {}),
      ...(theme && THEMES.includes(theme) ? { theme } : {}),
      ...(density && DENSITIES.includes(density) ? { density } : {}),
      ...(typeof isNavFolded === "boolean" ? { isNavFolded } : {}),
      ...(typeof isLarge === "boolean" ? { isLarge } : {}),
      ...(typeof isSunlight === "boolean" ? { isSunlight } : {}),
    };
  } catch {
    return {}; // storage that is closed or broken is an empty one
  }
}

export const usePreferences = defineStore("preferences", () => {
  const choices = reactive<Choices>({ ...initial(), ...stored(PLACE) });
  const darkSystem = matchMedia("(prefers-color-scheme: dark)");
  let place = PLACE;

  /** Go on with what this person chose last. */
  function open(personId: string): void {
    place = `${PLACE}.${personId}`;
    Object.assign(choices, stored(place));
  }

  function keep(): void {
    try {
      for (const one of new Set([place, PLACE])) localStorage.setItem(one, JSON.stringify(choices));
    } catch {
      // A browser that keeps nothing still works for this visit.
    }
  }

  function apply(): void {
    const { dataset } = document.documentElement;
    dataset["theme"] = choices.theme === "system" ? (darkSystem.matches ? "dark" : "light") : choices.theme;
    if (choices.isSunlight) dataset["theme"] = "light";
    dataset["density"] = choices.density;
    mark("data-large", choices.isLarge);
    mark("data-sunlight", choices.isSunlight);
    setLocale(choices.language);
  }

  function mark(name: string, isOn: boolean): void {
    document.documentElement.toggleAttribute(name, isOn);
  }

  watch(choices, () => {
    apply();
    keep();
  });
  darkSystem.addEventListener("change", apply);

  return { ...toRefs(choices), open, apply };
});

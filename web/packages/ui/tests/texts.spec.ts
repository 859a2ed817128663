// Every text.ts of the workspace: both languages say the same things, and each in its own script.

import { afterEach, describe, expect, it } from "vitest";
import { pageText, setLocale, usePageText, type Messages } from "../src/index.js";

const files = import.meta.glob<Record<string, unknown>>(
  ["../src/text.ts", "../../../apps/*/src/**/text.ts", "../../../apps/*/src/**/*[tT]ext.ts", "../../map/src/**/text.ts"],
  { eager: true },
);

interface Both {
  "zh-CN": Messages;
  en: Messages;
}
const isText = (one: unknown): one is Both => typeof one === "object" && one !== null && "zh-CN" in one && "en" in one;
const texts = Object.entries(files).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([name, one]): [string, Both][] => (isText(one) ? [[`${path} ${name}`, one]] : [])),
);

function flat(messages: Messages, before = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}
const HAN = /\p{Script=Han}/u;
const placeholders = (words: string) => [...new Set([...words.matchAll(/\{\s*(\w+)\s*\}/g)].map((one) => one[1]))].sort();

it("there are texts to look at", () => {
  expect(texts.length).toBeGreaterThan(3);
});

describe.each(texts)("%s", (_path, text) => {
  const zh = new Map(flat(text["zh-CN"]));
  const en = new Map(flat(text.en));

  it("says the same things in both languages", () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it("leaves nothing empty or untranslated", () => {
    expect([...zh, ...en].filter(([, words]) => !words.trim())).toEqual([]);
    // In English, Chinese stands only as an example of what to type, in quotes or brackets, or as a name.
    expect([...en].filter(([, words]) => HAN.test(words.replace(/e\.g\..*$|“[^”]*”|（[^）]*）|\([^)]*\)/g, "")))).toEqual([]);
  });

  it("fills in the same values", () => {
    expect([...zh].filter(([key, words]) => String(placeholders(words)) !== String(placeholders(en.get(key) ?? "")))).toEqual([]);
  });
});

describe("words of a page", () => {
  const text = pageText({ list: { waiting: "{n} 件", at: "写信到 a{'@'}b" } }, { list: { waiting: "{n} matter | {n} matters", at: "write to a{'@'}b" } });
  afterEach(() => setLocale("zh-CN"));

  it("follow the language and the number, in and out of components", () => {
    const { t } = usePageText(text);
    expect(t("list.waiting", { n: 2 })).toBe("2 件");
    setLocale("en");
    expect([t("list.waiting", { n: 1 }), t("list.waiting", { n: 2 })]).toEqual(["1 matter", "2 matters"]);
    expect(t("list.at")).toBe("write to a@b");
    expect(document.documentElement.lang).toBe("en");
  });
});

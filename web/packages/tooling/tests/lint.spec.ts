// @vitest-environment node

// The walls are wired into the lint that runs, not only written.

import { ESLint } from "eslint";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const eslint = new ESLint({ cwd: root });

async function rulesBroken(file: string, source: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(source, { filePath: resolve(root, file) });
  return (result?.messages ?? []).map((one) => one.ruleId);
}

describe("what a page may not do", { timeout: 30_000 }, () => {
  it.each([
    ["a page of another app", "apps/desk/src/pages/access/a.ts", 'import "../hotline/b.js";\n', "walls/direction"],
    ["a page of another app, lazily", "apps/desk/src/pages/access/a.ts", 'void import("@/pages/hotline/b.js");\n', "walls/direction"],
    ["passing it on", "packages/domain/src/a.ts", 'export * from "@jingwei/ui";\n', "walls/direction"],
    ["markup from data", "apps/desk/src/pages/access/A.vue", '<template><p v-html="x" /></template>\n', "vue/no-v-html"],
    ["words in a template", "apps/desk/src/pages/access/A.vue", "<template><p>已受理</p></template>\n", "vue/no-bare-strings-in-template"],
    ["evaluated text", "packages/ui/src/a.ts", 'export const x = eval("1");\n', "no-eval"],
  ])("%s", async (_name, file, source, rule) => {
    expect(await rulesBroken(file, source)).toContain(rule);
  });

  it("is all it complains about", async () => {
    expect(await rulesBroken("apps/desk/src/pages/access/a.ts", 'import "@jingwei/ui";\n')).toEqual([]);
  });
});

import { expect, it } from "vitest";
import { entriesOf, filesOf } from "../size/first-load.js";

const MANIFEST = {
  "index.html": { file: "index.js", isEntry: true, imports: ["_vue.js"], css: ["index.css"], dynamicImports: ["x"] },
  "_vue.js": { file: "vue.js" },
  "src/pages/incidents/list/ListPage.vue": { file: "list.js", src: "src/pages/incidents/list/ListPage.vue", isDynamicEntry: true, imports: ["_table.js", "index.html"], css: ["list.css"] },
  "_table.js": { file: "table.js", imports: ["_vue.js"] },
  "src/pages/hotline/Intake.vue": { file: "intake.js", src: "src/pages/hotline/Intake.vue", isDynamicEntry: true },
};

it("counts the page, the inbox and what both need, each once", () => {
  expect(entriesOf(MANIFEST)).toEqual(["index.html", "src/pages/incidents/list/ListPage.vue"]);
  const files = filesOf(MANIFEST, entriesOf(MANIFEST));
  expect(files.sort()).toEqual(["index.css", "index.js", "list.css", "list.js", "table.js", "vue.js"]);
});

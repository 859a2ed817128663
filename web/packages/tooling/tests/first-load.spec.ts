import { expect, it } from "vitest";
import { entriesOf, faceOf, filesOf } from "../size/first-load.js";

const LIST = "src/pages/incidents/list/";
const MANIFEST = {
  "index.html": { file: "index.js", isEntry: true, imports: ["_vue.js"], css: ["index.css"], dynamicImports: ["_Inbox-1.js"] },
  "_vue.js": { file: "vue.js" },
  "_Inbox-1.js": { file: "inbox.js", name: "Inbox", isDynamicEntry: true, imports: ["_table.js", "index.html"], css: ["inbox.css"] },
  "src/pages/incidents/matter/MatterPane.vue": { file: "matter.js", name: "MatterPane", isDynamicEntry: true, imports: ["_table.js"] },
  "_table.js": { file: "table.js", imports: ["_vue.js"] },
  [`${LIST}ActDialog.vue`]: { file: "act.js", name: "ActDialog", isDynamicEntry: true },
};

it("counts the page, the inbox, the incident beside it and what they need, each once", () => {
  const files = filesOf(MANIFEST, entriesOf(MANIFEST));
  expect(files.sort()).toEqual(["inbox.css", "inbox.js", "index.css", "index.js", "matter.js", "table.js", "vue.js"]);
});

it("does not pass because the inbox is no longer where it was", () => {
  const { ["_Inbox-1.js"]: _gone, ...rest } = MANIFEST;
  expect(() => entriesOf(rest)).toThrow("no chunk Inbox");
});

it("knows a face by the address that its page was built for", () => {
  expect(faceOf('<script type="module" src="/m/assets/index-1.js">').name).toBe("the phone");
  expect(faceOf('<script type="module" src="/desk/assets/index-1.js">').name).toBe("the desk");
  expect(() => faceOf('<script src="/elsewhere/assets/index-1.js">')).toThrow("No face");
});

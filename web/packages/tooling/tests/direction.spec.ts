import { describe, expect, it } from "vitest";
import { complaint } from "../walls/direction.js";

const ROOT = "/house/web";
const PAGE = `${ROOT}/apps/desk/src/pages/incidents/list/Inbox.vue`;
const SHELL = `${ROOT}/apps/desk/src/shell/router.ts`;
const UI = `${ROOT}/packages/ui/src/When.vue`;

describe("an import may point down", () => {
  it.each([
    [PAGE, "@jingwei/ui"],
    [PAGE, "@jingwei/ui/tokens.css"],
    [PAGE, "@jingwei/map"],
    [PAGE, "@/shell/data.js"],
    [PAGE, "./useInbox.js"],
    [PAGE, "../matter/Matter.vue"], // another page of the same back-end app
    [PAGE, "vue"],
    [UI, "@jingwei/domain"],
    [UI, "@jingwei/client"],
    [`${ROOT}/packages/map/src/index.ts`, "@jingwei/domain"],
    [`${ROOT}/packages/domain/src/states.ts`, "@jingwei/client"],
    [`${ROOT}/apps/desk/vite.config.ts`, "@jingwei/tooling/size/compress.js"],
    [`${ROOT}/vitest.config.ts`, "@jingwei/ui"],
  ])("%s ← %s", (file, source) => {
    expect(complaint(source, file, ROOT)).toBeUndefined();
  });
});

describe("and nowhere else", () => {
  it.each([
    [PAGE, "../../hotline/useIntake.js", "pages/incidents may not import pages/hotline"],
    [PAGE, "@/pages/hotline/useIntake.js", "pages/incidents may not import pages/hotline"],
    [SHELL, "../pages/access/SignIn.vue", "The shell knows no page"],
    [PAGE, "@jingwei/screen", "may not import the app “screen”"],
    [UI, "@jingwei/desk", "may not import the app “desk”"],
    [PAGE, "@jingwei/ui/src/When.vue", "has one door"],
    [PAGE, "../../../../../../packages/ui/src/When.vue", "by its name"],
    [UI, "@jingwei/map", "packages/ui may not import packages/map"],
    [`${ROOT}/packages/map/src/index.ts`, "@jingwei/ui", "packages/map may not import packages/ui"],
    [`${ROOT}/packages/domain/src/states.ts`, "@jingwei/ui", "packages/domain may not import packages/ui"],
    [`${ROOT}/packages/client/src/index.ts`, "@jingwei/domain", "packages/client may not import packages/domain"],
    [PAGE, "@jingwei/tooling/size/compress.js", "has one door"],
  ])("%s ← %s", (file, source, words) => {
    expect(complaint(source, file, ROOT)).toContain(words);
  });
});

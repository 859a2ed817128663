import vue from "@vitejs/plugin-vue";
import Components from "unplugin-vue-components/vite";
import { ElementPlusResolver } from "unplugin-vue-components/resolvers";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const apps = fileURLToPath(new URL("./apps", import.meta.url));
const elementPlus = fileURLToPath(new URL("./node_modules/element-plus/dist/index.full.mjs", import.meta.url));

/** "@/…" is the app that the importing file belongs to. */
const ownApp: Plugin = {
  name: "own-app",
  enforce: "pre",
  resolveId(source, importer, options) {
    const app = source.startsWith("@/") && importer?.startsWith(apps) ? importer.slice(apps.length + 1).split("/")[0] : undefined;
    return app ? this.resolve(`${apps}/${app}/src/${source.slice(2)}`, importer, { ...options, skipSelf: true }) : undefined;
  },
};

export default defineConfig({
  // The components in one file instead of a thousand, which every test file would load anew.
  resolve: { alias: [{ find: /^element-plus(\/es)?$/, replacement: elementPlus }] },
  plugins: [ownApp, vue(), Components({ dts: false, resolvers: [ElementPlusResolver({ importStyle: false })] })],
  // The help's words stand in docs/help.
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  test: {
    environment: "jsdom",
    // Every file in a window of its own, in threads that go on: a third of the time that a thread for each file takes.
    pool: "vmThreads",
    include: ["packages/*/{src,tests}/**/*.spec.ts", "apps/*/src/**/*.spec.ts"],
    setupFiles: ["packages/tooling/vitest.setup.ts"],
    server: { deps: { inline: ["element-plus"] } },
    restoreMocks: true,
    // Not `performance`: vue-i18n measures itself with it, and Node 18 refuses a mark before the test began.
    fakeTimers: { toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] },
  },
});

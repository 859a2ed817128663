import vue from "@vitejs/plugin-vue";
import Components from "unplugin-vue-components/vite";
import { ElementPlusResolver } from "unplugin-vue-components/resolvers";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [vue(), Components({ dts: false, resolvers: [ElementPlusResolver({ importStyle: false })] })],
  resolve: { alias: { "@": fileURLToPath(new URL("./apps/desk/src", import.meta.url)) } },
  // The help's words stand in docs/help.
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  test: {
    environment: "jsdom",
    include: ["packages/*/{src,tests}/**/*.spec.ts", "apps/*/src/**/*.spec.ts"],
    setupFiles: ["packages/tooling/vitest.setup.ts"],
    server: { deps: { inline: ["element-plus"] } },
    restoreMocks: true,
    // Not `performance`: vue-i18n measures itself with it, and Node 18 refuses a mark before the test began.
    fakeTimers: { toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] },
  },
});

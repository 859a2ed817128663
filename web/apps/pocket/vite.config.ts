import compress from "@jingwei/tooling/size/compress.js";
import vue from "@vitejs/plugin-vue";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { shellPlugins } from "./shell.plugin.js";

export default defineConfig({
  base: "/m/",
  plugins: [vue(), ...shellPlugins, compress()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_OPTIONS_API__: false,
  },
  worker: { format: "es" },
  build: {
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rollupOptions: {
      input: ["index.html", "offline.html"].map((one) => fileURLToPath(new URL(one, import.meta.url))),
      output: {
        // The tools change rarely: their chunk stays in the browser's cache over our releases. The parts stand on every
        // page: together, because on a slow network each file costs a round trip.
        manualChunks: (id) => {
          if (/node_modules\/(@vue|vue|vue-router|pinia|vue-i18n|@intlify|@tanstack)\//.test(id)) return "vue";
          return /apps\/pocket\/src\/parts\/(Button|Choice|Field|Figure|PageState|Screen|Sending|Sheet|Toasts|slow|text|toasts)\b/.test(id) ? "parts" : undefined;
        },
      },
    },
  },
  server: { fs: { allow: [fileURLToPath(new URL("../../..", import.meta.url))] }, proxy: { "/api": process.env["JINGWEI_ADDRESS"] ?? "http://127.0.0.1:8000" } },
});

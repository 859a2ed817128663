import compress from "@jingwei/tooling/size/compress.js";
import vue from "@vitejs/plugin-vue";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

/** The page's own script is tiny and fetches the app: here the browser learns of the app at once, and saves a round trip. */
function appFromTheStart(): Plugin {
  return {
    name: "jingwei-app-from-the-start",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) => {
        const parts = Object.values(bundle ?? {});
        const app = parts.find((one) => one.type === "chunk" && one.isDynamicEntry && one.name === "main");
        if (app?.type !== "chunk") return [];
        return [app.fileName, ...app.imports].map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, fetchpriority: "low", href: `/m/${file}` },
          injectTo: "head" as const,
        }));
      },
    },
  };
}

export default defineConfig({
  base: "/m/",
  plugins: [vue(), appFromTheStart(), compress()],
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
      output: {
        // The tools change rarely: their chunk stays in the browser's cache over our releases.
        manualChunks: (id) =>
          /node_modules\/(@vue|vue|vue-router|pinia|vue-i18n|@intlify|@tanstack)\//.test(id) ? "vue" : undefined,
      },
    },
  },
  server: { fs: { allow: [fileURLToPath(new URL("../../..", import.meta.url))] }, proxy: { "/api": process.env["JINGWEI_ADDRESS"] ?? "http://127.0.0.1:8000" } },
});

import compress from "@jingwei/tooling/size/compress.js";
import vue from "@vitejs/plugin-vue";
import { fileURLToPath } from "node:url";
import { ElementPlusResolver } from "unplugin-vue-components/resolvers";
import Components from "unplugin-vue-components/vite";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/desk/",
  plugins: [
    vue(),
    // <el-button> in a template brings the component and its CSS; nothing is registered by hand.
    Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: "css" })] }),
    compress(),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __VUE_PROD_DEVTOOLS__: false,
  },
  // MapLibre's worker is a module.
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
  // `npm run dev` beside `./jw run`: the API is asked there.
  // The help's words stand in docs/help.
  server: { fs: { allow: [fileURLToPath(new URL("../../..", import.meta.url))] }, proxy: { "/api": process.env["JINGWEI_ADDRESS"] ?? "http://127.0.0.1:8000" } },
});

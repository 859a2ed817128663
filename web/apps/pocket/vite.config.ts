import compress from "@jingwei/tooling/size/compress.js";
import { BUILD, DEFINE, isTool, SERVER } from "@jingwei/tooling/vite.js";
import vue from "@vitejs/plugin-vue";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { shellPlugins } from "./shell.plugin.js";

export default defineConfig({
  base: "/m/",
  plugins: [vue(), ...shellPlugins, compress()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  define: { ...DEFINE, __VUE_OPTIONS_API__: false },
  worker: { format: "es" },
  build: {
    ...BUILD,
    rollupOptions: {
      input: ["index.html", "offline.html"].map((one) => fileURLToPath(new URL(one, import.meta.url))),
      output: {
        // The parts stand on every page: together, because on a slow network each file costs a round trip. A record's
        // form stands on few: it would come along with whatever the parts import, so it is named, and so is the rest.
        manualChunks: (id) => {
          if (isTool(id)) return "vue";
          if (/packages\/ui\/src\/form\//.test(id)) return "record";
          if (/packages\/(ui|domain|client)\/src\//.test(id)) return "parts";
          return /apps\/pocket\/src\/parts\/(Button|Choice|Field|Figure|PageState|Screen|Sending|Sheet|Toasts|slow|text|toasts)\b/.test(id) ? "parts" : undefined;
        },
      },
    },
  },
  server: SERVER,
});

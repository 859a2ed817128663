import compress from "@jingwei/tooling/size/compress.js";
import { BUILD, DEFINE, isTool, SERVER } from "@jingwei/tooling/vite.js";
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
  define: DEFINE,
  // MapLibre's worker is a module.
  worker: { format: "es" },
  build: { ...BUILD, rollupOptions: { output: { manualChunks: (id) => (isTool(id) ? "vue" : undefined) } } },
  server: SERVER,
});

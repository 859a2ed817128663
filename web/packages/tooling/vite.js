// What every face is built with: the same target, the same switches, the same chunk for tools that rarely change.

import { fileURLToPath } from "node:url";

export const DEFINE = {
  __VUE_I18N_FULL_INSTALL__: false,
  __VUE_I18N_LEGACY_API__: false,
  __INTLIFY_PROD_DEVTOOLS__: false,
  __VUE_PROD_DEVTOOLS__: false,
};

export const BUILD = {
  target: "es2022",
  manifest: true,
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
  chunkSizeWarningLimit: 1500,
  reportCompressedSize: false,
};

/** The tools change rarely: their chunk stays in the browser's cache over our releases. */
export const isTool = (id) => /node_modules\/(@vue|vue|vue-router|pinia|vue-i18n|@intlify|@tanstack)\//.test(id);

// `npm run dev` beside `./jw run`: the API is asked there. The help's words stand in docs/help.
export const SERVER = {
  fs: { allow: [fileURLToPath(new URL("../../..", import.meta.url))] },
  proxy: { "/api": process.env["JINGWEI_ADDRESS"] ?? "http://127.0.0.1:8000" },
};

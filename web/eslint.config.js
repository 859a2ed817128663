import config from "@jingwei/tooling/eslint.js";

export default config(import.meta.dirname ?? new URL(".", import.meta.url).pathname);

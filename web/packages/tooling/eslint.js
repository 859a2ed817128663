// The one lint configuration of the workspace.

import globals from "globals";
import pluginVue from "eslint-plugin-vue";
import tseslint from "typescript-eslint";
import direction from "./walls/direction.js";

export default function config(root) {
  return tseslint.config(
    { ignores: ["**/dist/", "**/node_modules/", "**/generated/"] },
    ...tseslint.configs.recommended,
    ...pluginVue.configs["flat/recommended"],
    {
      files: ["**/*.{ts,vue,js,mjs}"],
      languageOptions: {
        parserOptions: { parser: tseslint.parser, extraFileExtensions: [".vue"] },
        globals: { ...globals.browser, ...globals.node },
      },
      plugins: { walls: { rules: { direction } } },
      rules: {
        "walls/direction": ["error", { root }],
        "no-console": "error",
        "no-eval": "error",
        eqeqeq: ["error", "smart"],
        "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
        // Markup that the server or a person wrote must never become HTML.
        "vue/no-v-html": "error",
        "vue/multi-word-component-names": "off",
        "vue/require-default-prop": "off",
        // Layout is left to whoever writes; only what misleads is refused.
        "vue/max-attributes-per-line": "off",
        "vue/singleline-html-element-content-newline": "off",
        "vue/multiline-html-element-content-newline": "off",
        "vue/html-self-closing": "off",
        "vue/html-indent": "off",
        "vue/html-closing-bracket-newline": "off",
        "vue/first-attribute-linebreak": "off",
        "vue/attributes-order": "off",
        // A string in a template is a string in one language: words stand in text.ts.
        "vue/no-bare-strings-in-template": [
          "error",
          {
            allowlist: [..."()[]{},.，。、：:;；·•—–-/\\|&+*×%=<>→←↑↓#?!…✓●▲◌", "&nbsp;"],
            attributes: { "/.+/": ["title", "aria-label", "placeholder", "alt", "label"] },
          },
        ],
      },
    },
    { files: ["**/*.{spec,test}.ts", "**/tests/**"], rules: { "vue/no-bare-strings-in-template": "off", "vue/one-component-per-file": "off", "no-console": "off" } },
    { files: ["packages/tooling/**", "**/tools/**"], rules: { "no-console": "off" } },
  );
}

// What the phone's page needs beside Vite's own: the app announced from the start, and the service worker with its files.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin, Rollup } from "vite";

const BASE = "/m/";
const APP = ["main"];
/** The page that takes over the first question: announced with it alone. The server leaves these links out elsewhere. */
const FROM_THE_START = [...APP, "Start"];
const FOR_FIRST = { "data-for": "first" };

const text = (name: string) => readFile(fileURLToPath(new URL(name, import.meta.url)), "utf8");

type Bundle = Rollup.OutputBundle;

/** Files of these lazy chunks with everything they import, each once: scripts first, then styles. */
function filesOf(bundle: Bundle, names: readonly string[]): { scripts: string[]; styles: string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const take = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || scripts.has(file)) return;
    scripts.add(file);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
    chunk.imports.forEach(take);
  };
  for (const part of Object.values(bundle)) {
    if (part.type === "chunk" && part.isDynamicEntry && names.includes(part.name)) take(part.fileName);
  }
  return { scripts: [...scripts], styles: [...styles] };
}

/** The page's own script is tiny and fetches the app: here the browser learns of the app at once, and saves round trips. */
function appFromTheStart(): Plugin {
  return {
    name: "jingwei-app-from-the-start",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle, filename }) => {
        if (!bundle || !filename.endsWith("index.html")) return [];
        const { scripts, styles } = filesOf(bundle, FROM_THE_START);
        const app = filesOf(bundle, APP);
        const everywhere = new Set([...app.scripts, ...app.styles]);
        const link = (file: string, attrs: Record<string, string | boolean>) =>
          html.includes(file)
            ? []
            : [{ tag: "link", attrs: { ...(everywhere.has(file) ? {} : FOR_FIRST), ...attrs, crossorigin: true, fetchpriority: "low", href: BASE + file }, injectTo: "head" as const }];
        return [
          ...styles.flatMap((file) => link(file, { rel: "preload", as: "style" })),
          ...scripts.flatMap((file) => link(file, { rel: "modulepreload" })),
        ];
      },
    },
  };
}

/** The service worker, with the names of the shell's files: what everybody fetches anyway, and nothing of a page. */
function serviceWorker(): Plugin {
  return {
    name: "jingwei-service-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const { scripts, styles } = filesOf(bundle, FROM_THE_START);
        const first = Object.values(bundle).flatMap((part) =>
          part.type === "chunk" && part.isEntry ? [part.fileName, ...(part.viteMetadata?.importedCss ?? [])] : [],
        );
        const files = [...new Set([...first, ...scripts, ...styles])].map((file) => BASE + file).sort();
        const source = await text("./src/service-worker.js");
        const mark = createHash("sha256").update(files.join()).update(await text("./offline.html")).digest("hex").slice(0, 12);
        this.emitFile({
          type: "asset",
          fileName: "service-worker.js",
          source: source.replace("__MARK__", mark).replace("__FILES__", JSON.stringify(files, null, 2)),
        });
      },
    },
  };
}

export const shellPlugins = [appFromTheStart(), serviceWorker()];

// What the first look at the desk costs: everything that /desk/inbox fetches before it can be used, compressed.
// Usage: node first-load.js DIST. Fails above the limit; maps are fetched when one is looked at and must not be in it.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

export const LIMIT_KB = 350;
const ENTRY = "index.html";
/** The page most people land on; its chunk and what that needs count as well. */
const FIRST_PAGE = /src\/pages\/incidents\/list\/(?!.*spec)[A-Z]\w*\.vue$/;

/** Files fetched for these entries of Vite's manifest: each chunk, what it imports, and their CSS. */
export function filesOf(manifest, entries) {
  const files = new Set();
  const seen = new Set();
  const take = (key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const needed of chunk.imports ?? []) take(needed);
  };
  entries.forEach(take);
  return [...files];
}

/** Entries of the first load: the page itself, and the chunks that are the first page's routes. */
export function entriesOf(manifest) {
  const isFirst = (key) => manifest[key].isDynamicEntry && FIRST_PAGE.test(manifest[key].src ?? key);
  return [ENTRY, ...Object.keys(manifest).filter(isFirst)];
}

async function main(folder) {
  const manifest = JSON.parse(await readFile(join(folder, ".vite/manifest.json"), "utf8"));
  const entries = entriesOf(manifest);
  const sizes = await Promise.all(
    filesOf(manifest, entries).map(async (file) => ({ file, bytes: gzipSync(await readFile(join(folder, file)), { level: 9 }).length })),
  );
  sizes.push({ file: ENTRY, bytes: gzipSync(await readFile(join(folder, ENTRY))).length });
  sizes.sort((one, other) => other.bytes - one.bytes);
  const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
  if (process.argv.includes("--each")) for (const { file, bytes } of sizes) console.log(`  ${kb(bytes)} KB  ${file}`);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const pages = entries.length > 1 ? entries.slice(1).map((key) => key.replace("src/pages/", "")).join(", ") : "no page yet";
  console.log(`  first load of the desk ${kb(total).trim()} KB of ${LIMIT_KB} KB compressed (${sizes.length} files; with ${pages})`);
  const maps = sizes.filter(({ file }) => /maplibre/.test(file));
  if (maps.length) throw new Error(`The map is in the first load (${maps[0].file}): load it with import() when one is looked at.`);
  if (total > LIMIT_KB * 1024) {
    throw new Error(`The first load is above ${LIMIT_KB} KB. --each lists its parts; make pages lazy, or import less.`);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(resolve(process.argv[2])).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

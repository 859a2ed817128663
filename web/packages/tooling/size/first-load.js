// What the first look at the desk costs: everything that the inbox with an incident beside it fetches, compressed.
// Usage: node first-load.js DIST. Fails above the limit; maps are fetched when one is looked at and must not be in it.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

export const LIMIT_KB = 350;
const ENTRY = "index.html";
/** The chunks of what most people see first: the inbox, and the incident beside it. Dialogs come when they are opened. */
const FIRST_PAGE = ["Inbox", "MatterPane"];

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

/** Entries of the first load: the page itself and the first page's chunks; a chunk that is not there is a mistake. */
export function entriesOf(manifest) {
  const found = FIRST_PAGE.map((name) => Object.keys(manifest).find((key) => manifest[key].isDynamicEntry && manifest[key].name === name));
  const missing = FIRST_PAGE.filter((_, index) => !found[index]);
  if (missing.length) throw new Error(`The built desk has no chunk ${missing.join(", ")}: say in first-load.js what stands in its place.`);
  return [ENTRY, ...found];
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
  console.log(`  first load of the desk ${kb(total).trim()} KB of ${LIMIT_KB} KB compressed (${sizes.length} files; with ${FIRST_PAGE.join(", ")})`);
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

// What the first look at a face costs: everything that its first page fetches, compressed.
// Usage: node first-load.js DIST [--each]. Fails above the limit; maps are fetched when one is looked at and must not be in it.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const ENTRY = "index.html";

/** Of each face, by the address it is built for: the limit, and the chunks of what most people see first. */
export const FACES = {
  // The inbox, and the incident beside it. Dialogs come when they are opened.
  "/desk/": { name: "the desk", limitKb: 325, firstPage: ["Inbox", "MatterPane"] },
  // The app behind the first question, the page that takes it over, and the first step of a report.
  "/m/": { name: "the phone", limitKb: 200, firstPage: ["main", "Start", "Photo"] },
};

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
export function entriesOf(manifest, face = FACES["/desk/"]) {
  const found = face.firstPage.map((name) => Object.keys(manifest).find((key) => manifest[key].isDynamicEntry && manifest[key].name === name));
  const missing = face.firstPage.filter((_, index) => !found[index]);
  if (missing.length) throw new Error(`There is no chunk ${missing.join(", ")} in ${face.name}: say in first-load.js what stands in its place.`);
  return [ENTRY, ...found];
}

/** Which face a built page belongs to: its scripts say under which address they are served. */
export function faceOf(page) {
  const prefix = Object.keys(FACES).find((one) => page.includes(`src="${one}assets/`));
  if (!prefix) throw new Error("No face is served under the address that this page was built for.");
  return FACES[prefix];
}

async function main(folder) {
  const page = await readFile(join(folder, ENTRY), "utf8");
  const face = faceOf(page);
  const manifest = JSON.parse(await readFile(join(folder, ".vite/manifest.json"), "utf8"));
  const entries = entriesOf(manifest, face);
  const sizes = await Promise.all(
    filesOf(manifest, entries).map(async (file) => ({ file, bytes: gzipSync(await readFile(join(folder, file)), { level: 9 }).length })),
  );
  sizes.push({ file: ENTRY, bytes: gzipSync(page).length });
  sizes.sort((one, other) => other.bytes - one.bytes);
  const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
  if (process.argv.includes("--each")) for (const { file, bytes } of sizes) console.log(`  ${kb(bytes)} KB  ${file}`);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`  first load of ${face.name} ${kb(total).trim()} KB of ${face.limitKb} KB compressed (${sizes.length} files; with ${face.firstPage.join(", ")})`);
  const maps = sizes.filter(({ file }) => /maplibre/.test(file));
  if (maps.length) throw new Error(`The map is in the first load (${maps[0].file}): load it with import() when one is looked at.`);
  if (total > face.limitKb * 1024) {
    throw new Error(`The first load is above ${face.limitKb} KB. --each lists its parts; make pages lazy, or import less.`);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(resolve(process.argv[2])).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

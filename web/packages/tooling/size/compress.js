// Writes file.js.gz and file.js.br beside every built file, so that the server never compresses while somebody waits.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const WORTH_IT = /\.(js|mjs|css|svg|json|html)$/;
const SMALLEST = 1024;

/** A Vite plugin. */
export default function compress() {
  let folder;
  return {
    name: "jingwei-compress",
    apply: "build",
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir, "assets");
    },
    async writeBundle() {
      for (const name of (await readdir(folder)).filter((one) => WORTH_IT.test(one))) {
        const file = join(folder, name);
        const content = await readFile(file);
        if (content.length < SMALLEST) continue;
        await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
      }
    },
  };
}

// Makes src/generated/ from the OpenAPI document: the types, and one function per operation.
// Usage: node tools/generate.mjs [--document FILE] [--out FOLDER]

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../../..");
const METHODS = ["get", "put", "post", "delete", "patch"];
const HEADER =
  "// Generated from docs/generated/openapi.json by `npm run generate`. Changes are lost; CI fails on drift.\n\n";

function argument(name, fallback) {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : resolve(process.argv[at + 1]);
}

const documentFile = argument("--document", join(root, "docs/generated/openapi.json"));
const out = argument("--out", join(here, "../src/generated"));

/** The types. Optional means "may be left out", also where the server fills in a default. */
async function schema() {
  const BLOB = ts.factory.createTypeReferenceNode("Blob");
  const ast = await openapiTS(pathToFileURL(documentFile), {
    defaultNonNullable: false,
    transform: (schemaObject) => (schemaObject.format === "binary" ? BLOB : undefined),
  });
  return HEADER + astToString(ast);
}

function names(operation, place) {
  return (operation.parameters ?? []).filter((one) => one.in === place).map((one) => one.name);
}

function fieldsOf(document, schema) {
  const found = schema?.$ref
    ? schema.$ref.slice(2).split("/").reduce((at, part) => at[part], document)
    : schema;
  return Object.keys(found?.properties ?? {});
}

/** How one operation is called, as its line in operations.ts. */
function line(document, path, method, operation) {
  const [contentType, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const places = { path: names(operation, "path"), query: names(operation, "query") };
  const fields = fieldsOf(document, content?.schema);
  const all = [...places.path, ...places.query, ...fields];
  const twice = all.filter((name, at) => all.indexOf(name) !== at);
  if (twice.length) {
    throw new Error(`${operation.operationId}: “${twice}” stands in two places; a call could not tell them apart.`);
  }
  const facts = [`"${operation.operationId}"`, `"${method.toUpperCase()}"`, `"${path}"`];
  const rest = [];
  if (places.query.length) rest.push(`query: ${JSON.stringify(places.query)}`);
  if (contentType) rest.push(`body: "${contentType === "application/json" ? "json" : "form"}"`);
  if (rest.length) facts.push(`{ ${rest.join(", ")} }`);
  const words = (operation.description ?? operation.summary ?? "").replaceAll("*/", "* /").split("\n");
  const comment = words.length === 1 ? `/** ${words[0]} */` : ["/**", ...words.map((w) => ` * ${w}`.trimEnd()), " */"].join("\n");
  return `${comment}\nexport const ${operation.operationId} = /* @__PURE__ */ operation(${facts.join(", ")});\n`;
}

async function operations() {
  const document = JSON.parse(await readFile(documentFile, "utf8"));
  const lines = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => line(document, path, method, item[method])),
  );
  return `${HEADER}import { operation } from "../operation.js";\n\n${lines.join("\n")}`;
}

await mkdir(out, { recursive: true });
await writeFile(join(out, "schema.ts"), await schema());
await writeFile(join(out, "operations.ts"), await operations());

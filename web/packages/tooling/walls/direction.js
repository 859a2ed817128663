// Who may import whom in web/: apps → face → ui → domain → client, map → domain, device → client; an app never another
// app, a page never another page.

import { dirname, relative, resolve } from "node:path";

/** The one inner door: the server of specs. */
const FOR_SPECS = "/served";

const BELOW = {
  client: [],
  device: ["client"],
  domain: ["client"],
  ui: ["domain", "client"],
  face: ["ui", "domain", "client"],
  map: ["domain", "client"],
  tooling: [],
};

/** Where a file stands: `{ floor: "packages" | "apps", name, page? }`, or nothing outside the workspace. */
export function zoneOf(file, root) {
  const [floor, name, folder, kind, page] = relative(root, file).replaceAll("\\", "/").split("/");
  if (floor !== "packages" && floor !== "apps") return undefined;
  return { floor, name, page: kind === "pages" ? page : undefined, isPage: kind === "pages", isSource: folder === "src" };
}

function targetOf(source, file, root) {
  const workspace = /^@jingwei\/([\w-]+)(\/.+)?$/.exec(source);
  if (workspace) {
    const [, name, inside] = workspace;
    return { floor: name in BELOW ? "packages" : "apps", name, inside };
  }
  if (source.startsWith(".")) return zoneOf(resolve(dirname(file), source), root);
  const own = zoneOf(file, root);
  if (source.startsWith("@/") && own) return zoneOf(resolve(root, own.floor, own.name, "src", source.slice(2)), root);
  return undefined;
}

/** What is wrong with an import, as a sentence with the way out; nothing if it is allowed. */
export function complaint(source, file, root) {
  const from = zoneOf(file, root);
  const to = targetOf(source, file, root);
  if (!from || !to) return undefined;
  const isSamePlace = from.floor === to.floor && from.name === to.name;
  if (!isSamePlace && source.startsWith(".")) {
    return `Import “@jingwei/${to.name}” by its name, not by a path into its folder.`;
  }
  if (!isSamePlace && to.floor === "apps") {
    return `“${from.name}” may not import the app “${to.name}”. What both need belongs into packages/face, packages/ui or packages/domain.`;
  }
  if (to.name === "tooling" && !from.isSource) return undefined; // what builds and checks is no part of the page
  const isServed = to.inside === FOR_SPECS && file.endsWith(".spec.ts");
  if (!isSamePlace && to.inside && !to.inside.endsWith(".css") && !isServed) {
    return `“@jingwei/${to.name}” has one door: import what its src/index.ts exports.`;
  }
  if (!isSamePlace && from.floor === "packages" && !BELOW[from.name]?.includes(to.name)) {
    return `packages/${from.name} may not import packages/${to.name}: apps → ui, map → domain → client, device → client.`;
  }
  if (!isSamePlace || !to.isPage) return undefined;
  if (!from.isPage) {
    return `The shell knows no page: pages announce themselves in their routes.ts.`;
  }
  if (from.page !== to.page) {
    return `pages/${from.page} may not import pages/${to.page}. Link to its route by name, or move what both need into packages/ui or packages/domain.`;
  }
  return undefined;
}

export default {
  meta: { type: "problem", schema: [{ type: "object", properties: { root: { type: "string" } } }] },
  create(context) {
    const { root } = context.options[0];
    const check = (node) => {
      if (typeof node.source?.value !== "string") return;
      const message = complaint(node.source.value, context.filename, root);
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

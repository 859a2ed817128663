declare module "*?worker&url" {
  const address: string;
  export default address;
}
declare module "*.css" {}
// Specs read the tokens where they are written; there are no types of Node.js in the browser's workspace.
declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
}
declare module "node:url" {
  export function fileURLToPath(address: URL): string;
}

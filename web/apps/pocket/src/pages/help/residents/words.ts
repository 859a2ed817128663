// The residents' help stands in docs/help, once, for readers of the guides and for this page.

export interface Part {
  words: string;
  isStrong: boolean;
}
export type Block =
  | { kind: "heading"; parts: Part[]; anchor: string }
  | { kind: "paragraph"; parts: Part[] }
  | { kind: "list"; isOrdered: boolean; items: Part[][] };

/** A line with its **strong** words. */
export function partsOf(line: string): Part[] {
  return line
    .split("**")
    .map((words, at) => ({ words, isStrong: at % 2 === 1 }))
    .filter((part) => part.words !== "");
}

/** The few forms of Markdown that the help uses; its title is the page's and is left out. */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  for (const line of source.split("\n").map((one) => one.trim())) {
    if (!line || line.startsWith("# ")) continue;
    const heading = /^## (.+?)(?: \{#([\w-]+)\})?$/.exec(line);
    const item = /^(-|\d+\.) (.+)$/.exec(line);
    const last = blocks.at(-1);
    if (heading) blocks.push({ kind: "heading", parts: partsOf(heading[1] ?? ""), anchor: heading[2] ?? "" });
    else if (!item) blocks.push({ kind: "paragraph", parts: partsOf(line) });
    else if (last?.kind === "list" && last.isOrdered === (item[1] !== "-")) last.items.push(partsOf(item[2] ?? ""));
    else blocks.push({ kind: "list", isOrdered: item[1] !== "-", items: [partsOf(item[2] ?? "")] });
  }
  return blocks;
}

const SOURCES = import.meta.glob<string>("../../../../../../../docs/help/resident.*.md", { query: "?raw", import: "default" });

/** The residents' help in a language; it arrives when it is opened. */
export async function residentsHelp(locale: string): Promise<Block[]> {
  const ending = locale === "en" ? ".en.md" : ".zh.md";
  const read = Object.entries(SOURCES).find(([path]) => path.endsWith(ending))?.[1];
  return read ? blocksOf(await read()) : [];
}

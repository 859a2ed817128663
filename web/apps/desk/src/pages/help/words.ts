// The help's words stand in docs/help, once, for readers of the guides and for this page; here they are read and taken apart.

export type Part = { kind: "text" | "strong" | "key"; words: string } | { kind: "link"; words: string; page: string };
export type Block =
  | { kind: "heading"; level: number; parts: Part[]; anchor: string }
  | { kind: "paragraph"; parts: Part[] }
  | { kind: "list"; isOrdered: boolean; items: Part[][] };

export interface Section {
  anchor: string;
  title: string;
  blocks: Block[];
}

const MARK = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\(page:([\w-]+)\)/g;

/** A line with its **strong** words, `keys` and [links](page:name). */
export function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const found of line.matchAll(MARK)) {
    if (found.index > done) parts.push({ kind: "text", words: line.slice(done, found.index) });
    if (found[1] !== undefined) parts.push({ kind: "strong", words: found[1] });
    else if (found[2] !== undefined) parts.push({ kind: "key", words: found[2] });
    else parts.push({ kind: "link", words: found[3] ?? "", page: found[4] ?? "" });
    done = found.index + found[0].length;
  }
  if (done < line.length) parts.push({ kind: "text", words: line.slice(done) });
  return parts;
}

/** The few forms of Markdown that the help uses: headings, paragraphs, lists. */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const line of source.split("\n").map((one) => one.trimEnd())) {
    const heading = /^(#+) (.+?)(?: \{#([\w-]+)\})?$/.exec(line);
    const item = /^(-|\d+\.) (.+)$/.exec(line);
    const last = blocks.at(-1);
    if (!line) isOpen = false;
    else if (heading) {
      blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, parts: partsOf(heading[2] ?? ""), anchor: heading[3] ?? "" });
      isOpen = false;
    } else if (item) {
      const isOrdered = item[1] !== "-";
      if (isOpen && last?.kind === "list" && last.isOrdered === isOrdered) last.items.push(partsOf(item[2] ?? ""));
      else blocks.push({ kind: "list", isOrdered, items: [partsOf(item[2] ?? "")] });
      isOpen = true;
    } else if (isOpen && last?.kind === "paragraph") last.parts.push({ kind: "text", words: " " }, ...partsOf(line));
    else {
      blocks.push({ kind: "paragraph", parts: partsOf(line) });
      isOpen = true;
    }
  }
  return blocks;
}

/** The sections of a text that carry an anchor: one for each page. */
export function sectionsOf(source: string): Section[] {
  const sections: Section[] = [];
  for (const block of blocksOf(source)) {
    if (block.kind === "heading" && block.anchor) {
      sections.push({ anchor: block.anchor, title: block.parts.map((one) => one.words).join(""), blocks: [] });
    } else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

export const FILES = ["desk", "commander", "unit", "officer", "inspection", "administrator"] as const;
export type HelpFile = (typeof FILES)[number];

/** Which text is for which role. */
export const FILE_OF_ROLE: Record<string, HelpFile> = {
  desk: "desk",
  commander: "commander",
  unit_head: "unit",
  handler: "unit",
  officer: "officer",
  grid_head: "officer",
  chief_grid_head: "officer",
  supervisor: "inspection",
  inspector: "inspection",
  administrator: "administrator",
};

const SOURCES = import.meta.glob<string>("../../../../../../docs/help/*.md", { query: "?raw", import: "default" });

/** A text of docs/help: `sourceOf("desk", "en")`. */
export async function sourceOf(name: HelpFile | "pages", locale: string): Promise<string> {
  const ending = `/${name}.${locale === "en" ? "en" : "zh"}.md`;
  const read = Object.entries(SOURCES).find(([path]) => path.endsWith(ending))?.[1];
  return read ? read() : "";
}

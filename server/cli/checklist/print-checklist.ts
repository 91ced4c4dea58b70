import type { Answered, Found, GivenDocument } from "../../checklist/checklist.ts";

/** A document with its text, in which lines are counted. */
export interface Page extends GivenDocument {
  readonly text: string;
}

const WORDS: Readonly<Record<Found["status"], string>> = { met: "met", computed: "computed", missing: "missing", prose: "prose only" };
const MARKS: Readonly<Record<Found["status"], string>> = { met: "x", computed: "x", missing: "!", prose: " " };

export function printChecklist(answered: Answered, pages: readonly Page[], format: string): string {
  if (format === "json") return printJson(answered, pages);
  return format === "markdown" ? printMarkdown(answered, pages) : printText(answered, pages);
}

/** `file:line` of what was found, lines counted from 1. */
function placeOf(found: Found, pages: readonly Page[]): { readonly file: string; readonly line: number } | undefined {
  const at = "at" in found ? found.at : undefined;
  const page = pages.find(({ file }) => file === at?.file);
  return at && page && { file: page.file, line: page.text.slice(0, at.range.start).split("\n").length };
}

function countsOf({ items }: Answered): string {
  const count = (status: Found["status"]) => items.filter(({ found }) => found.status === status).length;
  return `${items.length} items: ${count("met")} met, ${count("computed")} computed, ${count("missing")} missing, ${count("prose")} prose only`;
}

function printText(answered: Answered, pages: readonly Page[]): string {
  const { checklist, items } = answered;
  const lines = [checklist.title, checklist.citation, countsOf(answered)];
  let section = "";
  const width = Math.max(...items.map(({ item }) => item.id.length));
  for (const { item, found } of items) {
    if (item.section !== section) lines.push("", item.section);
    section = item.section;
    const place = placeOf(found, pages);
    lines.push(`  [${MARKS[found.status]}] ${item.id.padEnd(width)}  ${item.asks}`);
    lines.push(`      ${" ".repeat(width)}  ${WORDS[found.status]}: ${found.says}${place ? ` (${place.file}:${place.line})` : ""}`);
  }
  return `${lines.join("\n")}\n`;
}

function printJson({ checklist, items }: Answered, pages: readonly Page[]): string {
  const { id, title, citation } = checklist;
  return `${JSON.stringify({
    version: 1,
    checklist: { id, title, citation },
    items: items.map(({ item, found }) => ({
      id: item.id,
      section: item.section,
      asks: item.asks,
      status: found.status,
      says: found.says,
      ...(placeOf(found, pages) ?? { file: null, line: null }),
    })),
  })}\n`;
}

function printMarkdown(answered: Answered, pages: readonly Page[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
  const rows = answered.items.map(({ item, found }) => {
    const place = placeOf(found, pages);
    return `| ${item.id} | ${cell(item.asks)} | ${WORDS[found.status]} | ${cell(found.says)} | ${place ? `${place.file}:${place.line}` : ""} |`;
  });
  return `# ${answered.checklist.title}\n\n${answered.checklist.citation}\n\n${countsOf(answered)}\n\n| item | asks for | status | says | where |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

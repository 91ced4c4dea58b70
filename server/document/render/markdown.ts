import type { Block, Cell, Run, Runs, Sheet, Table } from "../block.ts";

/** A document as Markdown with tables and task lists, as GitHub and Pandoc read them. */
export function renderMarkdown(sheet: Sheet): string {
  return `${blocks(sheet.blocks)}\n\n---\n\n${sheet.origin.map(escaped).join("\n\n")}\n`;
}

function blocks(all: readonly Block[]): string {
  return all.map(renderBlock).join("\n\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${oneLine(block.content)}`;
    case "paragraph":
      return block.role === "signpost" ? `> ${inline(block.content).replaceAll("\n", "\n> ")}` : lineStart(inline(block.content));
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${oneLine(item)}`).join("\n");
    case "facts":
      return block.facts.map(({ name, content }) => `- **${oneLine(name)}:** ${oneLine(content)}`).join("\n");
    case "table":
      return renderTable(block);
    case "boxes":
      return block.options.map(({ label, writing }) => `- [ ] ${oneLine(label)}${writing ? ` ${LINE}` : ""}`).join("\n");
    case "writing":
      return block.short
        ? [block.before && oneLine(block.before), LINE, block.after && oneLine(block.after)].filter((part) => part !== undefined).join(" ")
        : Array.from({ length: block.lines }, (_, index) =>
            index === 0 && block.before ? `${oneLine(block.before)} ${LONG_LINE}` : LONG_LINE,
          ).join("\n\n");
    case "scale":
      return `${oneLine(block.low)} |${"-".repeat(40)}| ${oneLine(block.high)}`;
    case "together":
      return blocks(block.blocks);
    case "page":
      return "---";
  }
}

const LINE = "\\_\\_\\_\\_\\_\\_\\_\\_";
const LONG_LINE = "\\_".repeat(60);

function renderTable({ caption, isNamedAbove, head, rows }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...(isNamedAbove === true ? [] : [`**${oneLine(caption)}**`, ""]),
    row(head.map((cell) => inCell(oneLine(cell)))),
    row(head.map(() => "---")),
    ...rows.map((cells) => row(cells.map(renderCell))),
  ].join("\n");
}

function renderCell(cell: Cell): string {
  if (!("box" in cell)) return inCell(oneLine(cell));
  return cell.box.length === 0 ? "☐" : `☐ ${inCell(oneLine(cell.box))}`;
}

/** Within a table a bar ends the cell, even in code. */
const inCell = (text: string): string => text.replace(/(?<!\\)\|/g, "\\|");

function inline(runs: Runs): string {
  return joined(runs).map(styled).join("");
}

/** Neighbours in one style are marked together: marks that touch would be read as others. */
function joined(runs: Runs): Runs {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last === undefined || last.style !== run.style) all.push(run);
    else all[all.length - 1] = { ...last, text: `${last.text}${run.text}` };
  }
  return all;
}

function oneLine(runs: Runs): string {
  return inline(runs).replaceAll("\\\n", " ").replaceAll("\n", " ");
}

/** Spaces around marked words stand outside the marks, as Markdown wants it. */
function styled({ text, style }: Run): string {
  const words = text.trim();
  if (style === undefined || words === "") return escaped(text).replaceAll("\n", "\\\n");
  const start = text.slice(0, text.indexOf(words));
  const end = text.slice(start.length + words.length);
  if (style === "code") {
    const fence = "`".repeat(Math.max(0, ...(words.match(/`+/g) ?? []).map((ticks) => ticks.length)) + 1);
    const gap = words.startsWith("`") || words.endsWith("`") ? " " : "";
    return `${start}${fence}${gap}${words}${gap}${fence}${end}`;
  }
  const mark = style === "strong" ? "**" : "*";
  return `${start}${mark}${escaped(words).replaceAll("\n", "\\\n")}${mark}${end}`;
}

/** Nothing that an author wrote becomes a mark, a link or HTML. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|]/g, "\\$&").replace(/(?<=\w)(?=:\/\/)/g, "\\");
}

/** A paragraph that begins like a heading, a list or a rule stays a paragraph. */
function lineStart(text: string): string {
  return text.replace(/^(\s*)([#+-]|\d+(?=[.)]))/gm, (_, space: string, first: string) =>
    /^\d/.test(first) ? `${space}${first}\\` : `${space}\\${first}`,
  );
}

import type { Language } from "../../language/language.ts";
import { attribute, type Html, html } from "../../preview/html.ts";
import { languageAttributes } from "../../preview/wording.ts";
import type { Block, BoxOption, Cell, Run, Runs, Sheet, Table } from "../block.ts";
import { hasLetters, languageOfRuns } from "./languageOfRuns.ts";
import { styleOf } from "./style.ts";

/** A document as one page of HTML: nothing from outside, no script, to be read in a browser, printed, or turned into a PDF. */
export function renderDocumentHtml(sheet: Sheet, hashOf: (text: string) => string): string {
  const style = styleOf(sheet.stamp);
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const { language } = sheet;
  return html`<!DOCTYPE html>
<html${languageAttributes(language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Scalewright">
<title>${sheet.title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
${blocks(sheet.blocks, language)}</main>
<footer class="stamp"${languageAttributes(sheet.stampLanguage)}>${sheet.origin.map((line) => html`<p>${line}</p>`)}</footer>
</body>
</html>
`.markup;
}

/** A page break belongs to what comes behind it. */
function blocks(all: readonly Block[], language: Language): Html {
  return html`${all.map((block, index) => (block.kind === "page" ? false : renderBlock(block, language, all[index - 1]?.kind === "page")))}`;
}

function renderBlock(block: Block, language: Language, onNewPage: boolean): Html {
  const page = onNewPage ? "page" : undefined;
  switch (block.kind) {
    case "heading":
      return inOwnLanguage(`h${block.level}`, page, block.content, language);
    case "paragraph":
      return inOwnLanguage("p", classes(page, block.role), block.content, language);
    case "list": {
      const tag = { markup: block.ordered ? "ol" : "ul" };
      return html`<${tag}${attribute("class", page)}>${block.items.map((item) => html`<li>${inline(item, language)}</li>`)}</${tag}>
`;
    }
    case "facts":
      return html`<dl${attribute("class", page)}>${block.facts.map(({ name, content }) => html`<div><dt>${inline(name, language)}</dt><dd>${inline(content, language)}</dd></div>`)}</dl>
`;
    case "table":
      return renderTable(block, language, page);
    case "boxes":
      return html`<ul class="${classes("boxes", block.across && "across", page) ?? ""}">${block.options.map((option) => boxItem(option, language))}</ul>
`;
    case "writing":
      return renderWriting(block, language, page);
    case "scale":
      return html`<div class="${classes("scale", page) ?? ""}"><div class="rule"></div><div>${inline(block.low, language)}</div><div class="high">${inline(block.high, language)}</div></div>
`;
    case "together":
      return html`<div class="${classes("together", page) ?? ""}">
${blocks(block.blocks, language)}</div>
`;
    case "page":
      return html``;
  }
}

function boxItem({ label, writing }: BoxOption, language: Language): Html {
  return html`<li><span class="box"></span>${inline(label, language)}${writing && html`<span class="behind"></span>`}</li>`;
}

function renderWriting(block: Extract<Block, { kind: "writing" }>, language: Language, page: string | undefined): Html {
  if (block.short) {
    return html`<p${attribute("class", page)}>${block.before !== undefined && html`${inline(block.before, language)} `}<span class="short"></span>${block.after !== undefined && inline(block.after, language)}</p>
`;
  }
  return html`<div class="${classes("lines", page) ?? ""}">${Array.from({ length: block.lines }, (_, index) => html`<div class="line">${index === 0 && block.before !== undefined && inline(block.before, language)}</div>`)}</div>
`;
}

/** Wide tables scroll within themselves on a narrow screen; whoever has no mouse reaches them too. */
function renderTable(table: Table, language: Language, page: string | undefined): Html {
  const ticks = (index: number) => table.rows.some((row) => isBox(row[index]));
  const name = table.caption.map((run) => run.text).join("");
  return html`<div class="${classes("scroll", page) ?? ""}" role="region" tabindex="0" aria-label="${name}"><table${isLong(table) && html` class="long"`}>
${
  table.isNamedAbove !== true &&
  html`<caption>${inline(table.caption, language)}</caption>
`
}<thead><tr>${table.head.map((cell, index) =>
    cell.length === 0 ? html`<td></td>` : html`<th scope="col"${ticks(index) && html` class="tick"`}>${inline(cell, language)}</th>`,
  )}</tr></thead>
<tbody>
${table.rows.map(
  (row) => html`<tr>${row.map((cell, index) => renderCell(cell, index, language))}</tr>
`,
)}</tbody></table></div>
`;
}

function renderCell(cell: Cell, index: number, language: Language): Html {
  if ("box" in cell)
    return html`<td class="tick"><span class="box"></span>${cell.box.length > 0 && html`\u00a0${inline(cell.box, language)}`}</td>`;
  return index === 0 ? html`<th scope="row">${inline(cell, language)}</th>` : html`<td>${inline(cell, language)}</td>`;
}

/** A column is never narrower than its longest word; with a word like this one the others would leave the paper. */
function isLong({ head, rows }: Table): boolean {
  const words = (runs: Runs) => runs.map((run) => run.text).join("");
  const cells = rows.flatMap((row) => row.flatMap((cell) => ("box" in cell ? [] : [words(cell)])));
  return [...head.map(words), ...cells].some((text) => LONG_WORD.test(text));
}

const LONG_WORD = /[^\s\u200b-]{40}/u;

const isBox = (cell: Cell | undefined): boolean => cell !== undefined && "box" in cell;

/** The words of a block; runs in another language than the block's say so, and keep to their own direction. */
function inline(runs: Runs, around: Language): Html {
  return html`${runs.map((run) =>
    run.language.tag === around.tag || !hasLetters(run) ? styled(run) : html`<bdi${languageAttributes(run.language)}>${styled(run)}</bdi>`,
  )}`;
}

/** A heading or paragraph that is wholly in another language than the document is laid out in that language. */
function inOwnLanguage(tag: string, kind: string | undefined, runs: Runs, language: Language): Html {
  const own = languageOfRuns(runs) ?? language;
  const name = { markup: tag };
  return html`<${name}${attribute("class", kind)}${own.tag !== language.tag && languageAttributes(own)}>${inline(runs, own)}</${name}>
`;
}

function styled({ text, style }: Run): Html {
  const lines = text.includes("\n")
    ? html`${text.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`
    : html`${text}`;
  switch (style) {
    case "strong":
      return html`<strong>${lines}</strong>`;
    case "emphasis":
      return html`<em>${lines}</em>`;
    case "code":
      return html`<code>${lines}</code>`;
    default:
      return lines;
  }
}

function classes(...names: readonly (string | false | undefined)[]): string | undefined {
  return names.filter((name) => name !== undefined && name !== false).join(" ") || undefined;
}

import type { Cells } from "./fileTest.ts";

/**
 * The cells of a CSV text, where the reader of the command line does not run: separated by what the first row has most of, comma,
 * semicolon or tab; quotes as in RFC 4180. Rows that hold nothing are left out.
 */
export function csvCells(text: string): Cells | { readonly wrong: string } {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const rows: string[][] = [];
  const separator = separatorOf(source);
  let row: string[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    let cell: string;
    if (source[at] === '"') {
      const quoted = quotedCell(source, at);
      if (quoted === undefined) return { wrong: `the quote that opens on row ${line} is never closed` };
      [cell, at] = quoted;
    } else {
      const start = at;
      while (at < source.length && source[at] !== separator && source[at] !== "\n" && source[at] !== "\r") at++;
      cell = source.slice(start, at);
    }
    row.push(cell);
    if (source[at] === separator) {
      at++;
      if (at < source.length) continue;
      row.push("");
    }
    if (source[at] === "\r" && source[at + 1] === "\n") at++;
    at++;
    line++;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  const [header, ...data] = rows;
  if (header === undefined) return { wrong: "the file is empty: there is no header row" };
  const ragged = data.findIndex((cells) => cells.length !== header.length);
  if (ragged < 0) return { header, rows: data };
  return { wrong: `row ${ragged + 1} has ${data[ragged]?.length} cells, and the header has ${header.length}` };
}

/** The text between the quotes from `start`, and the place after them; what follows up to the separator belongs to the cell as it stands. */
function quotedCell(source: string, start: number): [string, number] | undefined {
  let text = "";
  let at = start + 1;
  for (;;) {
    const end = source.indexOf('"', at);
    if (end < 0) return undefined;
    text += source.slice(at, end);
    at = end + 1;
    if (source[at] !== '"') return [text, at];
    text += '"';
    at++;
  }
}

function separatorOf(source: string): string {
  const counts = new Map([",", ";", "\t"].map((separator) => [separator, 0]));
  let quoted = false;
  let any = false;
  for (const character of source) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) {
      if (any) break;
    } else {
      any = true;
      const count = counts.get(character);
      if (!quoted && count !== undefined) counts.set(character, count + 1);
    }
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

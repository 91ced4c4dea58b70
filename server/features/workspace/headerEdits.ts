import type { Analysis } from "../../analysis/analysis.ts";
import type { Edit, Range } from "../../problem.ts";

/** The data files that a document names: answers and expected scores of its tests, and its tables of norms. */
export function dataFiles({ instrument }: Analysis): readonly string[] {
  const paths = [
    ...instrument.tests.values().flatMap(({ responses, expected }) => [responses, expected]),
    ...instrument.tables.values().map(({ file }) => file),
  ];
  return [...new Set(paths.filter((path) => path !== undefined))];
}

/**
 * What gives the columns of a CSV file another name: those that are called `id`, or a score's own like `id.band`. Ids are found exactly, and
 * without regard to case only where no column has the id itself, as data are read.
 */
export function headerEdits(text: string, id: string, newName: string): readonly Edit[] {
  const cells = headerCells(text);
  const named = (isId: (name: string) => boolean) =>
    cells.filter(({ name }) => {
      const dot = name.indexOf(".");
      return isId(dot < 0 ? name : name.slice(0, dot));
    });
  const exactly = named((name) => name === id);
  const found = exactly.length > 0 ? exactly : named((name) => name.toLowerCase() === id.toLowerCase());
  return found.map(({ range }) => ({ range: { start: range.start, end: range.start + id.length }, newText: newName }));
}

interface Cell {
  readonly name: string;
  /** Without quotation marks. */
  readonly range: Range;
}

const CELL = /"((?:[^"]|"")*)"|[^,;\t\r\n"]+/g;

/** The cells of the first line, whatever separates them. */
function headerCells(text: string): readonly Cell[] {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  return [...text.slice(first, end).matchAll(CELL)].map((match) => {
    const quoted = match[1] !== undefined;
    const start = first + match.index + (quoted ? 1 : 0);
    const name = match[1] ?? match[0];
    const space = /^\s*/.exec(name)?.[0].length ?? 0;
    return { name: name.trim(), range: { start: start + space, end: start + space + name.trim().length } };
  });
}

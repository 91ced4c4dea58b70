import type { Analysis } from "../../analysis/analysis.ts";
import type { Edit } from "../../problem.ts";
import { placeIn } from "../../syntax/place.ts";
import { textLength } from "../../syntax/segmentedText.ts";
import { fieldAt } from "../fieldAt.ts";

/** An entry to be added: as block lines (the first without, the rest with their indentation under column 0), or on one line. */
export interface NewEntry {
  readonly id: string;
  readonly lines: readonly string[];
  /** The lines are a mapping without braces, which begins on a line of its own. */
  readonly isBlock?: boolean;
}

/**
 * The edit that adds an entry at the end of one of a document's collections. A collection that is not there yet is put before `before`, or at
 * the end. Undefined where the collection is written inside braces and the entry is not on one line.
 */
export function addEntry(
  analysis: Analysis,
  collection: string,
  { id, lines, isBlock = false }: NewEntry,
  before?: string,
): Edit | undefined {
  const field = fieldAt(analysis, [collection]);
  if (!field) return newCollection(analysis, `${collection}:\n${block(id, lines, isBlock, 2)}`, before);
  if (field.fields) {
    const last = field.fields.at(-1);
    if (!last) return insertedBehind(analysis, field.segment, block(id, lines, isBlock, 2));
    const indent = indentOf(last.segment.text, last.key.start);
    return insertedBehind(analysis, endOf(last), block(id, lines, isBlock, indent));
  }
  if (field.value.kind !== "mapping" || !field.value.flow || isBlock || lines.length !== 1) return undefined;
  const { end } = analysis.range(placeIn(field.segment, field.value));
  const isEmpty = field.value.pairs.length === 0;
  return { range: { start: end - 1, end: end - 1 }, newText: `${isEmpty ? "" : ", "}${id}: ${lines[0]}` };
}

function block(id: string, lines: readonly string[], isBlock: boolean, indent: number): string {
  const [first = "", ...rest] = lines;
  const space = " ".repeat(indent);
  const head = !isBlock ? `${space}${id}: ${first}` : `${space}${id}:\n${space}  ${first}`;
  return `${[head, ...rest.map((line) => (line === "" ? "" : `${space}  ${line}`))].join("\n")}\n`;
}

const indentOf = (text: string, at: number) => at - (text.lastIndexOf("\n", at - 1) + 1);

type Fields = NonNullable<ReturnType<typeof fieldAt>>;

/** The last segment of an entry: that of its last inner entry, where it has some. */
function endOf(field: Fields): Fields["segment"] {
  const last = field.fields?.at(-1);
  return last ? endOf(last) : field.segment;
}

/** Behind the last written line of a segment; comments and blank lines that follow it stay where they are. */
function insertedBehind(analysis: Analysis, segment: Fields["segment"], text: string): Edit {
  const end = lastLineEnd(segment.text);
  const at = analysis.range({ segment, start: end, end }).end;
  return { range: { start: at, end: at }, newText: segment.text.slice(0, end).endsWith("\n") ? text : `\n${text.replace(/\n$/, "")}` };
}

function lastLineEnd(text: string): number {
  const lines = text.split("\n");
  while (lines.length > 1 && /^\s*(#.*)?$/.test(lines.at(-1) ?? "")) lines.pop();
  return Math.min(lines.join("\n").length + 1, text.length);
}

function newCollection(analysis: Analysis, text: string, before: string | undefined): Edit {
  const next = before === undefined ? undefined : fieldAt(analysis, [before]);
  if (next) {
    const { start } = analysis.range(placeIn(next.segment, next.key));
    return { range: { start, end: start }, newText: `${text}\n` };
  }
  const { segments } = analysis.text;
  const last = segments.at(segments.length - 1);
  const at = textLength(analysis.text);
  return { range: { start: at, end: at }, newText: `${last === undefined || last.text.endsWith("\n") ? "" : "\n"}\n${text}` };
}

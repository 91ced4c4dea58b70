import type { Analysis } from "../analysis/analysis.ts";
import { type Field, fieldsOfPairs, fieldsOfSegment } from "../syntax/outline.ts";
import { segmentAt } from "../syntax/segmentedText.ts";
import type { Node } from "../syntax/tree.ts";
import type { Cursor } from "./cursor.ts";

/** The keys that the mapping at the cursor has already, the one being written left out. */
export function siblingsAt(analysis: Analysis, cursor: Cursor, offset: number): ReadonlySet<string> {
  const { word } = cursor;
  const names = new Set<string>();
  for (const field of fieldsIn(analysis, cursor, offset)) {
    const { start, end } = analysis.range({ segment: field.segment, start: field.key.start, end: field.key.end });
    if (!(start <= offset && end >= word.start && end <= word.end)) names.add(field.name);
  }
  return names;
}

/** The entries of the mapping at the cursor. Most stand in lines of one item, score …, for which the rest of the document need not be known. */
function fieldsIn(analysis: Analysis, { path }: Cursor, offset: number): readonly Field[] {
  const segment = analysis.text.segments.at(segmentAt(analysis.text, offset));
  const home = segment ? [...segment.within.path, segment.key] : [];
  if (segment?.kind === "entry" && path.length >= home.length && home.every((name, i) => name === path[i])) {
    const field = fieldsOfSegment(segment).find(({ name }) => name === segment.key);
    return field ? entriesIn(field, path.slice(home.length)) : [];
  }
  let fields: readonly Field[] = analysis.fields;
  for (let at = 0; at < path.length; at++) {
    const field = fields.find((one) => one.name === String(path[at]));
    if (!field) return [];
    if (!field.fields) return entriesIn(field, path.slice(at + 1));
    fields = field.fields;
  }
  return fields;
}

function entriesIn(field: Field, path: Cursor["path"]): readonly Field[] {
  const node = nodeIn(field.value, path);
  return node?.kind === "mapping" ? fieldsOfPairs(field.segment, node.pairs) : [];
}

export function nodeIn(node: Node, path: readonly (string | number)[]): Node | undefined {
  let here: Node | undefined = node;
  for (const step of path) {
    if (here?.kind === "mapping") here = here.pairs.find(({ key }) => key.kind === "scalar" && key.text === String(step))?.value;
    else if (here?.kind === "sequence" && typeof step === "number") here = here.items[step];
    else return undefined;
  }
  return here;
}

import type { Analysis } from "../analysis/analysis.ts";
import { type Field, fieldsOfPairs } from "../syntax/outline.ts";
import type { Node } from "../syntax/tree.ts";
import type { Cursor } from "./cursor.ts";

/** The keys that the mapping at the cursor has already, the one being written left out. */
export function siblingsAt(analysis: Analysis, { path, word }: Cursor, offset: number): ReadonlySet<string> {
  let fields: readonly Field[] | undefined = analysis.fields;
  for (let at = 0; at < path.length && fields; at++) {
    const field: Field | undefined = fields.find((one) => one.name === String(path[at]));
    if (!field) return new Set();
    if (field.fields) fields = field.fields;
    else {
      const node = nodeIn(field.value, path.slice(at + 1));
      fields = node?.kind === "mapping" ? fieldsOfPairs(field.segment, node.pairs) : [];
      break;
    }
  }
  const names = new Set<string>();
  for (const field of fields ?? []) {
    const { start, end } = analysis.range({ segment: field.segment, start: field.key.start, end: field.key.end });
    if (!(start <= offset && end >= word.start && end <= word.end)) names.add(field.name);
  }
  return names;
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

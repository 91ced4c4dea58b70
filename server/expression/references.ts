import type { Range } from "../problem.ts";
import { tableOf } from "./compileCall.ts";
import type { Call, Expression, Name } from "./expression.ts";
import { FUNCTIONS } from "./functions/index.ts";
import { partsOf } from "./walk.ts";

/** One place in a formula that names something of the document. */
export interface FormulaReference {
  /** A table has the name of its library before a dot where it is imported; everything else is an item or a score. */
  readonly kind: "item or score" | "table";
  readonly id: string;
  /** Where the id stands: without the property of `total.band`. */
  readonly at: Range;
  /** `band` in `total.band`, and where it stands. */
  readonly property?: { readonly name: string } & Range;
  /** The other end, where this is the first of a span `phq1..phq9`. */
  readonly last?: string;
  readonly node: Name;
}

/** Every name in a formula in the order it is written. The words of named arguments (`mode=half_up`, `need=half`) name nothing. */
export function referencesIn(tree: Expression): readonly FormulaReference[] {
  const found: FormulaReference[] = [];
  collect(tree, found);
  return found;
}

function collect(node: Expression, found: FormulaReference[]): void {
  switch (node.kind) {
    case "name":
      add(node, found);
      return;
    case "span":
      add(node.first, found, node.last.id);
      add(node.last, found);
      return;
    case "call":
      collectCall(node, found);
      return;
    default:
      for (const part of partsOf(node)) collect(part, found);
  }
}

function collectCall(call: Call, found: FormulaReference[]): void {
  const fn = FUNCTIONS.get(call.function.text);
  const table = fn === undefined ? undefined : tableOf(call, fn);
  for (const [index, argument] of call.arguments.entries()) {
    if (table !== undefined && index === 1 && argument.kind === "name") {
      found.push({ kind: "table", id: table, at: { start: argument.start, end: argument.end }, node: argument });
    } else collect(argument, found);
  }
  for (const { value } of call.named) if (value.kind !== "name") collect(value, found);
}

function add(node: Name, found: FormulaReference[], last?: string): void {
  const { id, head, property, tail } = node;
  // A name that was expected and is not there.
  if (id === "") return;
  found.push({
    kind: "item or score",
    id,
    at: head,
    ...(property !== undefined && tail !== undefined && { property: { name: property, start: tail.start, end: tail.end } }),
    ...(last !== undefined && last !== "" && { last }),
    node,
  });
}

import type { Expression } from "../../expression/expression.ts";
import { type FormulaProblem, parseFormula } from "../../expression/parser.ts";
import { eachNode } from "../../expression/walk.ts";
import type { Field } from "../../syntax/outline.ts";
import { placeIn } from "../../syntax/place.ts";
import { scalarMap } from "../../syntax/scalarMap.ts";
import type { Segment } from "../../syntax/segment.ts";
import type { Scalar } from "../../syntax/tree.ts";
import { setNode } from "../origins.ts";
import { type Reading, scalarIn } from "./reader.ts";

/** A formula with its nodes at their places in the text. Its problems are reported; a tree is always given. */
export function readFormula(reading: Reading, field: Field | undefined): Expression | undefined {
  const found = scalarIn(reading, field);
  return found && formulaOf(reading, found.segment, found.node);
}

export function formulaOf(reading: Reading, segment: Segment, scalar: Scalar): Expression {
  const { tree, problems } = parseFormula(scalar.text, scalarMap(segment.text, scalar));
  eachNode(tree, (node) => setNode(node, segment));
  for (const problem of problems) reading.report(local(segment, problem));
  return tree;
}

function local(segment: Segment, { code, message, range, fixes }: FormulaProblem) {
  return {
    code,
    severity: "error" as const,
    message,
    at: placeIn(segment, range),
    related: [],
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ at: placeIn(segment, edit.range), newText: edit.newText })),
    })),
  };
}

import type { Expression } from "../../expression/expression.ts";
import { parseFormula } from "../../expression/parser.ts";
import { eachNode } from "../../expression/walk.ts";
import { keptWith } from "../../keptWith.ts";
import type { Problem } from "../../problem.ts";
import type { Field } from "../../syntax/outline.ts";
import { placeIn } from "../../syntax/place.ts";
import { scalarMap } from "../../syntax/scalarMap.ts";
import type { Segment } from "../../syntax/segment.ts";
import type { Scalar } from "../../syntax/tree.ts";
import { setNode } from "../origins.ts";
import { type LocalFix, type LocalProblem, type Reading, scalarIn } from "./reader.ts";

/** A formula with its nodes at their places in the text. Its problems are reported; a tree is always given. */
export function readFormula(reading: Reading, field: Field | undefined): Expression | undefined {
  const found = scalarIn(reading, field);
  return found && formulaOf(reading, found.segment, found.node);
}

export function formulaOf(reading: Reading, segment: Segment, scalar: Scalar): Expression {
  const { tree, problems } = parseFormula(scalar.text, scalarMap(segment.text, scalar));
  eachNode(tree, (node) => setNode(node, segment));
  HOMES.set(tree, { segment, scalar });
  for (const problem of problems) reading.report(localFormulaProblem(tree, problem));
  return tree;
}

const HOMES = keptWith<Expression, { readonly segment: Segment; readonly scalar: Scalar }>();

/** A problem of a formula at its place in the segment that holds it. The texts of its fixes are written as the formula's scalar needs them. */
export function localFormulaProblem(tree: Expression, { code, severity, message, range, fixes }: Problem): LocalProblem {
  const home = HOMES.get(tree);
  if (!home) throw new Error("a formula was not read from a document");
  const { segment, scalar } = home;
  const local = fixes.flatMap(({ title, safe, edits }): LocalFix[] => {
    const made = edits.flatMap((edit) => {
      const newText = inScalar(edit.newText, scalar);
      return newText === undefined ? [] : [{ at: placeIn(segment, edit.range), newText }];
    });
    return made.length === edits.length ? [{ title, safe, edits: made }] : [];
  });
  return { code, severity, message, at: placeIn(segment, range), related: [], fixes: local };
}

/** A piece of a formula as it is written inside a scalar; undefined where the scalar would end or change its meaning. */
function inScalar(text: string, { style }: Scalar): string | undefined {
  if (style === "double") return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  if (style === "single") return text.replaceAll("'", "''");
  if (style === "plain" && /[,[\]{}]|: | #/.test(text)) return undefined;
  return text;
}

import type { Analysis } from "../../analysis/analysis.ts";
import type { Expression } from "../../expression/expression.ts";
import { eachNode } from "../../expression/walk.ts";
import { formulasIn } from "../../model/formulas.ts";
import { origins } from "../../model/origins.ts";
import type { Part } from "../../model/parts.ts";
import { scopeOf } from "../../model/scope.ts";
import { printExact } from "../../number/print.ts";
import type { InlayHint } from "../inlayHints.ts";

/** Behind a code that an item is compared with the label that people see: `mood == 2` reads "Often". */
export function labelHints(analysis: Analysis, part: Part): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  for (const { tree } of formulasIn(part)) eachNode(tree, (node) => hints.push(...compared(analysis, node)));
  return hints;
}

function compared(analysis: Analysis, node: Expression): InlayHint[] {
  switch (node.kind) {
    case "comparison":
      return [...label(analysis, node.left, node.right), ...label(analysis, node.right, node.left)];
    case "membership":
      return node.list.kind === "list" ? node.list.members.flatMap((code) => label(analysis, node.value, code)) : [];
    case "between":
      return [...label(analysis, node.value, node.low), ...label(analysis, node.value, node.high)];
    case "call":
      return node.function.text === "selected" ? node.arguments.slice(1).flatMap((code) => label(analysis, node.arguments[0], code)) : [];
    default:
      return [];
  }
}

function label(analysis: Analysis, name: Expression | undefined, literal: Expression): InlayHint[] {
  if (name?.kind !== "name" || name.property !== undefined) return [];
  const code = literal.kind === "number" ? printExact(literal.value) : literal.kind === "text" ? literal.value : undefined;
  const item = code === undefined ? undefined : analysis.instrument.items.get(name.id);
  const place = item && origins.node(literal);
  if (!item || !place) return [];
  const type = scopeOf(analysis.instrument).find(name.id)?.type;
  const option = (type && "answers" in type ? type.answers?.codes : undefined)?.find(
    (one) => one.code === code || (one.number !== undefined && printExact(one.number) === code),
  );
  // A label that is the code again tells nothing.
  if (option?.label === undefined || option.label.toLowerCase() === option.code.toLowerCase()) return [];
  return [
    { kind: "labels", offset: analysis.range(place).end, label: ` ${short(option.label)}`, tooltip: `${option.code}: ${option.label}` },
  ];
}

const short = (text: string) => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

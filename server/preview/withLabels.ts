import type { Call, Expression } from "../expression/expression.ts";
import type { Instrument } from "../model/instrument.ts";
import { isCode, responseOf } from "../model/resolve.ts";
import type { Context } from "./context.ts";
import { plainWording } from "./wording.ts";

/** A condition with the labels of answers in the place of their codes, for readers who see no codes: `leave_past == "Yes"`. */
export function withLabels(context: Context, tree: Expression): Expression {
  const again = (node: Expression) => withLabels(context, node);
  switch (tree.kind) {
    case "comparison":
      return { ...tree, left: labelled(context, tree.left, tree.right), right: labelled(context, tree.right, tree.left) };
    case "membership":
      return tree.list.kind === "list"
        ? { ...tree, list: { ...tree.list, members: tree.list.members.map((member) => labelled(context, member, tree.value)) } }
        : tree;
    case "between":
      return { ...tree, low: labelled(context, tree.low, tree.value), high: labelled(context, tree.high, tree.value) };
    case "logical":
      return { ...tree, left: again(tree.left), right: again(tree.right) };
    case "not":
      return { ...tree, operand: again(tree.operand) };
    case "call":
      return { ...tree, arguments: tree.function.text === "selected" ? selected(context, tree) : tree.arguments.map(again) };
    default:
      return tree;
  }
}

function selected(context: Context, { arguments: [item, ...codes] }: Call): readonly Expression[] {
  return item === undefined ? [] : [item, ...codes.map((code) => labelled(context, code, item))];
}

/** What stands beside a name: the label of the option with that code, where there is one. */
function labelled(context: Context, node: Expression, beside: Expression): Expression {
  if (node.kind !== "number" && node.kind !== "text") return withLabels(context, node);
  const name = beside.kind === "span" ? beside.first : beside;
  if (name.kind !== "name" || name.property !== undefined) return node;
  const label = labelOf(context, name.id, node.kind === "text" ? node.value : node.value.toFraction());
  return label === undefined ? node : { kind: "text", value: label, start: node.start, end: node.end };
}

function labelOf(context: Context, id: string, code: string): string | undefined {
  const { instrument }: { readonly instrument: Instrument } = context;
  const item = instrument.items.get(id);
  const response = item && responseOf(instrument, item);
  // The points of a rating are read as numbers.
  if (response === undefined || (response.type !== "choice" && response.type !== "multiple")) return undefined;
  const label = response.options.find((option) => isCode(code, option))?.label;
  return label === undefined ? undefined : plainWording(context, label);
}

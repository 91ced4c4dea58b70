import type { Analysis } from "../../analysis/analysis.ts";
import type { ComparisonOperator, Expression } from "../../expression/expression.ts";
import { partsOf } from "../../expression/walk.ts";
import { formulasIn } from "../../model/formulas.ts";
import { origins } from "../../model/origins.ts";
import type { Part } from "../../model/parts.ts";
import { expandSpan } from "../../model/resolve.ts";
import { add } from "../../number/arithmetic.ts";
import { printExact } from "../../number/print.ts";
import type { Edit } from "../../problem.ts";
import { type Shift, Unprovable } from "./shift.ts";

/**
 * The numbers that items on a renumbered response are compared with, each moved like the codes. Every code is moved by the same amount, so
 * that any comparison with a number stays true of the same answers. Where an answer is calculated with, nothing of the kind is known.
 */
export function renumberedFormulas(analysis: Analysis, shift: Shift): readonly Edit[] | Unprovable {
  const edits: Edit[] = [];
  for (const part of analysis.parts)
    for (const { tree } of formulasIn(part)) {
      const faulty = visit(tree, { analysis, shift, part, edits });
      if (faulty) return faulty;
    }
  return edits;
}

interface Visit {
  readonly analysis: Analysis;
  readonly shift: Shift;
  readonly part: Part;
  readonly edits: Edit[];
}

function visit(node: Expression, at: Visit): Unprovable | undefined {
  switch (node.kind) {
    case "name":
    case "span":
      return holding(node, at) === "none" ? undefined : new Unprovable(`"${at.part.id}" calculates with the answers themselves`);
    case "comparison":
      if (holding(node.left, at) !== "none") return compared(node.left, [node.right], isOrder(node.operator), at);
      if (holding(node.right, at) !== "none") return compared(node.right, [node.left], isOrder(node.operator), at);
      break;
    case "membership":
      if (holding(node.value, at) !== "none")
        return compared(node.value, node.list.kind === "list" ? node.list.members : [node.list], false, at);
      break;
    case "between":
      if (holding(node.value, at) !== "none") return compared(node.value, [node.low, node.high], true, at);
      break;
    case "call":
      // These ask for scores, which stay, or only whether there is an answer.
      if (INDIFFERENT.has(node.function.text)) return undefined;
      break;
    default:
  }
  for (const part of partsOf(node)) {
    const found = visit(part, at);
    if (found) return found;
  }
  return undefined;
}

const INDIFFERENT = new Set(["scored", "answered", "missing", "valid"]);

const isOrder = (operator: ComparisonOperator) => operator !== "==" && operator !== "!=";

/** `isOrdered`: compared as more or less, where a number is a place among the codes even if it is the code of a missing answer. */
function compared(value: Expression, others: readonly Expression[], isOrdered: boolean, at: Visit): Unprovable | undefined {
  if (holding(value, at) === "some") return new Unprovable(`"${at.part.id}" compares items on several responses with one number`);
  for (const other of others) {
    // Two answers that move alike compare alike.
    if (holding(other, at) === "all") continue;
    const place = other.kind === "number" ? origins.node(other) : undefined;
    if (other.kind !== "number" || !place) return new Unprovable(`"${at.part.id}" compares the answer with something else than a number`);
    at.edits.push({
      range: at.analysis.range(place),
      newText: printExact(isOrdered ? add(other.value, at.shift.by) : at.shift.moved(other.value)),
    });
  }
  return undefined;
}

/** Whether all, some or none of the items that a name or a span stands for are answered on the response. */
function holding(node: Expression, { analysis, shift }: Visit): "all" | "some" | "none" {
  if (node.kind === "name") return node.property === undefined && shift.holds(node.id) ? "all" : "none";
  if (node.kind !== "span") return "none";
  const ids = expandSpan(analysis.instrument, node.first.id, node.last.id);
  const held = Array.isArray(ids) ? ids.filter((id: string) => shift.holds(id)).length : 0;
  return held === 0 ? "none" : held === ids.length ? "all" : "some";
}

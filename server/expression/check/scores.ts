import type { Expression } from "../expression.ts";
import { printFormula } from "../printFormula.ts";
import type { Meaning } from "../scope.ts";
import { type Checker, wrap } from "./checker.ts";

/**
 * Reports the bare items whose score is another number than their code, in a place that calculates with them: nearly always the score was meant.
 * Returns true where there was one.
 */
export function reportCodesForScores(checker: Checker, node: Expression): boolean {
  switch (node.kind) {
    case "name": {
      const differs = node.property === undefined ? checker.scope.find(node.id)?.differs : undefined;
      return differs !== undefined && report(checker, node, `"${node.id}" ${REASONS[differs]}`);
    }
    case "span": {
      const ids = checker.scope.span(node.first.id, node.last.id) ?? [];
      const id = ids.find((member) => checker.scope.find(member)?.differs !== undefined);
      const differs = id === undefined ? undefined : checker.scope.find(id)?.differs;
      return differs !== undefined && report(checker, node, `"${id}" in this span ${REASONS[differs]}`);
    }
    case "list":
      return node.members.map((member) => reportCodesForScores(checker, member)).includes(true);
    case "call": {
      // What passes its values on as they are.
      const passed = node.function.text === "coalesce" ? node.arguments : node.function.text === "if" ? node.arguments.slice(1) : [];
      return passed.map((argument) => reportCodesForScores(checker, argument)).includes(true);
    }
    default:
      return false;
  }
}

const REASONS: Readonly<Record<NonNullable<Meaning["differs"]>, string>> = {
  reverse: "is reverse-keyed",
  score: "has options whose scores are not their codes",
  key: "is scored by its key",
};

function report(checker: Checker, node: Expression, why: string): true {
  const written = `scored(${printFormula(node)})`;
  const message = `${why}, and a bare name is the answer as given: write ${written} for its score`;
  checker.report("code-instead-of-score", node, message, [wrap(`Change to ${written}`, node, "scored(", ")", true)]);
  return true;
}

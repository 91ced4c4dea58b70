import { bandSetsOf } from "../evidence/bandSets.ts";
import { besideRound } from "../evidence/floatLike.ts";
import { hasBands, hasFormulas, recodes } from "../evidence/needs.ts";
import type { Expression } from "../expression/expression.ts";
import { eachNode } from "../expression/walk.ts";
import type { Recode } from "../model/instrument.ts";
import { formulasOf } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { type Context, type Finding, rule } from "./rule.ts";

export default rule({
  code: "float-like-cut-off",
  severity: "info",
  summary: "A limit stands a hair beside a round number.",
  looksAt: ["score", "recode"],
  needs: (part) => part.kind === "recode" || hasBands(part) || hasFormulas(part) || part.value.cutOffs.length > 0 || recodes(part),
  *check(part, { at }) {
    if (part.kind === "recode") {
      yield* inRecode(part.value, at);
      return;
    }
    const { value: score } = part;
    for (const cutOff of score.cutOffs) yield* told(cutOff.at, at.value(cutOff, "at"));
    for (const band of bandSetsOf(score).flat()) {
      yield* told(band.from, at.whole(band));
      if (band.to) yield* told(band.to, at.whole(band));
    }
    for (const recode of [score.recode, ...(score.entries ?? []).map((entry) => entry.recode)])
      if (typeof recode === "object") yield* inRecode(recode, at);
    for (const formula of formulasOf(score)) for (const { node, value } of limitsIn(formula)) yield* told(value, node);
  },
});

function* inRecode(recode: Recode, at: Context["at"]): Generator<Finding> {
  for (const row of recode.rows)
    if (row.match.kind === "interval") for (const limit of [row.match.low, row.match.high]) if (limit) yield* told(limit, at.name(row));
}

/** Numbers that something is compared with. */
function limitsIn(formula: Expression): { node: Expression; value: Exact }[] {
  const found: { node: Expression; value: Exact }[] = [];
  eachNode(formula, (node) => {
    const sides = node.kind === "comparison" ? [node.left, node.right] : node.kind === "between" ? [node.low, node.high] : [];
    for (const side of sides) if (side.kind === "number") found.push({ node: side, value: side.value });
  });
  return found;
}

function* told(limit: Exact, at: Finding["at"]): Generator<Finding> {
  const round = besideRound(limit);
  if (round)
    yield {
      at,
      message: `${printExact(limit)} stands a hair beside ${printExact(round)}: numbers are exact here, so the printed limit can be written as it is`,
    };
}

import { hasFormulas } from "../evidence/needs.ts";
import type { Call, Expression } from "../expression/expression.ts";
import { partsOf } from "../expression/walk.ts";
import { formulasOf, valueReads } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** A subscale that is reported may be rounded as published; a helper nobody sees, and a `round` within a formula, may not be noticed. */
export default rule({
  code: "hidden-intermediate-rounding",
  severity: "warning",
  summary: "A value is rounded on the way to a score.",
  looksAt: "score",
  needs: (part) => part.value.round !== undefined || hasFormulas(part),
  *check(part, { instrument, scoring, at, users }) {
    const { value: score } = part;
    if (score.helper && score.round) {
      const user = users(part.id)
        .flatMap(({ kind, id }) => (kind === "score" ? (scoring.scores.get(id) ?? []) : []))
        .find((one) => valueReads(scoring, one).includes(part.id));
      const here = user && instrument.scores.get(user.id);
      if (here)
        yield {
          at: at.key(score, "round"),
          message: `"${part.id}" is rounded before "${here.id}" is made from it: round the last score only, where the published key does not say otherwise`,
          related: [{ at: at.name(here), message: `"${here.id}" is made from the rounded value` }],
        };
    }
    const goesOn = score.transform.length > 0;
    for (const formula of formulasOf(score))
      for (const node of rounded(formula, goesOn))
        yield {
          at: node,
          message:
            'this is rounded before the score goes on with it: round the score itself with its "round", where the published key does not say otherwise',
        };
  },
});

function* rounded(node: Expression, inside: boolean): Generator<Call> {
  if (node.kind === "call" && node.function.text === "round" && inside) yield node;
  for (const part of partsOf(node)) yield* rounded(part, true);
}

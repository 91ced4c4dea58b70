import { covariatesOf } from "../evidence/covariates.ts";
import { nearest } from "../expression/nearest.ts";
import { isCode, possibleAnswers } from "../model/resolve.ts";
import { type Context, rule } from "./rule.ts";

/** Told in place of a name that is defined nowhere, because here something is not asked that the score needs. */
export default rule({
  code: "covariate-not-collected",
  severity: "error",
  summary: "Bands, a cut-off or norms go by an answer that nobody gives, or that people may leave out.",
  looksAt: ["score", "table"],
  needs: (part) => covariatesOf(part).length > 0,
  *check(part, context) {
    const { instrument, at, users } = context;
    if (context.isLibrary || (part.kind === "table" && !users(part.id).some(({ kind }) => kind === "score"))) return;
    const told = new Set<string>();
    for (const { id, at: here, of, codes } of covariatesOf(part)) {
      for (const code of codes) {
        const known = codesOf(id, context);
        if (!known || known.some((option) => isCode(code.code, option))) continue;
        const meant = nearest(
          code.code,
          known.map((option) => option.code),
        );
        const rest = meant === undefined ? `known are ${known.map((option) => option.code).join(", ")}` : `did you mean "${meant}"?`;
        yield { at: code.at, message: `nobody answers "${code.code}" to "${id}": ${rest}` };
      }
      const item = instrument.items.get(id);
      if (told.has(id)) continue;
      told.add(id);
      const goes = `${of} ${of === "the bands" ? "go" : "goes"} by "${id}"`;
      if (!item && !instrument.scores.has(id)) {
        const meant = likelyMeant(id, instrument.items.ids());
        yield {
          at: here,
          message: `${goes}, and no item asks for it${meant === undefined ? "" : `: did you mean "${meant}"?`}`,
          fixes: meant === undefined ? [] : [{ title: `Change to "${meant}"`, safe: false, edits: [{ at: here, newText: meant }] }],
        };
      } else if (item?.require === false)
        yield {
          at: here,
          message: `${goes}, and "${id}" may be left out: whoever does has no result (add "require: true" to it)`,
          related: [{ at: at.name(item), message: `"${id}" is not required` }],
        };
    }
  },
});

/** Short names are near one another by chance: what was meant begins alike, or differs by one slip. */
function likelyMeant(id: string, known: readonly string[]): string | undefined {
  const near = nearest(id, known);
  if (near?.slice(0, 2).toLowerCase() === id.slice(0, 2).toLowerCase()) return near;
  return id.length > 2 ? nearest(id, known, 1) : undefined;
}

/** The codes that can be answered; undefined where they cannot be listed. */
function codesOf(id: string, { scoring }: Context) {
  const item = scoring.items.get(id);
  const possible = item && possibleAnswers(scoring, item);
  return possible?.kind === "codes" ? possible.answers : undefined;
}

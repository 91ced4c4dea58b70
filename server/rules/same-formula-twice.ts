import { printFormula } from "../expression/printFormula.ts";
import type { Recode, Score } from "../model/instrument.ts";
import { expandSpan } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { type Context, rule } from "./rule.ts";

/** Two names for one band or one cut-off are no mistake; a formula that calculates is copied and then changed, or it was not. */
export default rule({
  code: "same-formula-twice",
  severity: "warning",
  summary: "Two scores have the same definition.",
  looksAt: "metadata",
  *check(_, context) {
    const { instrument, at } = context;
    const known = new Map<string, string>();
    for (const id of instrument.scores.ids()) {
      const definition = context.derive(`definition of ${id}`, () => definitionOf(id, context));
      if (definition === undefined) continue;
      const first = known.get(definition);
      if (first === undefined) {
        known.set(definition, id);
        continue;
      }
      const [score, other] = [instrument.scores.get(id), instrument.scores.get(first)];
      if (!score || !other) continue;
      yield {
        at: score.value ? at.value(score, "value") : score.cases ? at.key(score, "cases") : at.value(score, "entries"),
        message: `"${id}" is made exactly as "${first}" is: one of them is a copy that was not changed`,
        related: [{ at: at.name(other), message: `"${first}" has the same definition` }],
      };
    }
  },
});

/** All that decides the value, as one text; undefined where there is nothing to compare. */
function definitionOf(id: string, { instrument }: Context): string | undefined {
  const score = instrument.scores.get(id);
  if (!score || score.value?.kind === "name" || score.value?.kind === "faulty") return undefined;
  if (!score.value && !score.cases && !score.entries?.length) return undefined;
  const { when, value, cases, entries, method, missing, transform, round, level, by } = score;
  // Bare entries, which nearly all are, are compared by their names alone.
  return [
    when && printFormula(when),
    value && printFormula(value),
    cases &&
      shown(cases.map(({ when, is }) => [when && printFormula(when), is.kind === "expression" ? printFormula(is.value) : shown(is)])),
    entries && [...entriesOf(score, instrument)].sort().join("\n"),
    method,
    missing && shown({ ...missing, need: missing.need && ("count" in missing.need ? missing.need.count : printExact(missing.need.share)) }),
    transform.length > 0 ? shown(transform) : undefined,
    round && shown([printExact(round.to), round.mode]),
    level,
    by && shown(by),
  ].join("\n\n");
}

function* entriesOf(score: Score, instrument: Context["instrument"]): Generator<string> {
  for (const entry of score.entries ?? []) {
    const ids = expandSpan(instrument, entry.first, entry.last);
    const weight = entry.weight ?? score.weight;
    const recode = recodeOf(entry.recode ?? score.recode);
    const isBare = !entry.minus && entry.reverse === undefined && recode === undefined && weight === undefined;
    const rest = isBare ? "" : ` ${JSON.stringify([entry.minus, entry.reverse, recode, weight && printExact(weight)])}`;
    for (const one of typeof ids === "string" ? [`${entry.first}..${entry.last}`] : ids) yield `${one}${rest}`;
  }
}

const recodeOf = (recode: string | Recode | undefined): unknown => (typeof recode === "object" ? shown(recode.rows) : recode);

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part)) ?? "";

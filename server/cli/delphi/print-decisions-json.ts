import type { CriterionVerdict, StatementRatings } from "../../delphi/decideStatement.ts";
import type { RoundDecisions, StatementOutcome } from "../../delphi/decideStudy.ts";
import { describeCriterion } from "../../delphi/describeCriterion.ts";
import type { Ledger } from "../../delphi/ledger.ts";
import type { Measurement } from "../../delphi/measure.ts";
import type { RatingScale } from "../../delphi/ratingScale.ts";
import type { StabilityOutcome, StabilityValue } from "../../delphi/stability.ts";
import type { StudyReport } from "../../delphi/studyReport.ts";
import type { Tally } from "../../delphi/tally.ts";
import { type Exact, exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";

/** `delphi decide --format json`. Written by hand: numbers keep their digits, and codes the order of the scale. */
export function printDecisionsJson({ rounds, stability, sensitivity }: StudyReport): string {
  const changes = sensitivity.map(({ variant, changes: list }) =>
    object([
      ["variant", text(variant)],
      [
        "changes",
        array(
          list.map(({ statement, round, from, to }) =>
            object([
              ["statement", text(statement)],
              ["round", String(round)],
              ["from", text(from)],
              ["to", text(to)],
            ]),
          ),
        ),
      ],
    ]),
  );
  return `${object([
    ["version", "1"],
    [
      "rounds",
      object(
        rounds.map((round) => [String(round.round), roundJson(round)]),
        "\n  ",
      ),
    ],
    [
      "stability",
      object(
        stability.map(({ from, to, statements }) => [
          `${from}-${to}`,
          object(
            [...statements].map(([id, outcome]) => [id, stabilityJson(outcome)] as const),
            "\n    ",
          ),
        ]),
        "\n  ",
      ),
    ],
    ["sensitivity", array(changes, "\n  ")],
  ])}\n`;
}

function roundJson({ statements, ledger }: RoundDecisions): string {
  return object([
    [
      "statements",
      object(
        [...statements].map(([id, outcome]) => [id, statementJson(outcome)] as const),
        "\n    ",
      ),
    ],
    ["ledger", ledgerJson(ledger)],
  ]);
}

function statementJson({ decision, category, criteria, ratings }: StatementOutcome): string {
  return object([
    ["decision", text(decision)],
    ["category", category === undefined ? "null" : text(category)],
    ["groups", groupsJson(ratings)],
    ["pooled", tallyJson(ratings.scale, ratings.pooled)],
    ["criteria", array(criteria.map(criterionJson))],
  ]);
}

const groupsJson = ({ scale, groups }: StatementRatings) =>
  object([...groups].map(([group, tally]) => [group, tallyJson(scale, tally)] as const));

/** The codes that were given, from the lowest point up, and behind them those of no rating. */
function tallyJson(scale: RatingScale, { invited, returned, rated, counts }: Tally): string {
  const codes = [...scale.points.map(({ code }) => code), ...scale.unable];
  return object([
    ["invited", String(invited)],
    ["returned", String(returned)],
    ["rated", String(rated)],
    ["codes", object(codes.flatMap((code, place) => ((counts[place] ?? 0) > 0 ? [[code, String(counts[place])] as const] : [])))],
  ]);
}

const criterionJson = ({ criterion, scope, measured, holds }: CriterionVerdict) =>
  object([
    ["rule", text(describeCriterion(criterion))],
    ["scope", text(scope)],
    ["value", measured ? measurementJson(measured) : "null"],
    ["holds", holds === undefined ? "null" : String(holds)],
  ]);

function measurementJson(measured: Measurement): string {
  switch (measured.kind) {
    case "share":
      return shareJson(measured);
    case "number":
      return object([["value", printExact(measured.value)]]);
    case "majority":
      return shareJson(measured, [["apmo", printExact(measured.level)]]);
    case "ends":
      return object([
        ["low", String(measured.low)],
        ["high", String(measured.high)],
        ["needed", String(measured.needed)],
      ]);
    case "ipras":
      return object([
        ["ipr", printExact(measured.ipr)],
        ["ipras", printExact(measured.ipras)],
        ["index", number(measured.index)],
      ]);
  }
}

function shareJson({ k, n }: { readonly k: number; readonly n: number }, more: readonly Pair[] = []): string {
  return object([["k", String(k)], ["n", String(n)], ["percent", n === 0 ? "null" : printExact(exact(100 * k, n))], ...more]);
}

const LEDGER: readonly (keyof Ledger)[] = ["in", "added", "merged", "accepted", "rejected", "carried"];
const ledgerJson = (ledger: Ledger) => object(LEDGER.map((key) => [key, String(ledger[key])]));

const stabilityJson = ({ measure, value, stable }: StabilityOutcome) =>
  object([
    ["measure", text(measure)],
    ["value", stabilityValueJson(value)],
    ["stable", stable === undefined ? "null" : String(stable)],
  ]);

function stabilityValueJson(value: StabilityValue): string {
  const n: Pair = ["n", String(value.n)];
  switch (value.kind) {
    case "share":
      return object([["k", printExact(value.k)], n, ["percent", value.n === 0 ? "null" : printExact(value.k.mul(100).div(value.n))]]);
    case "wilcoxon":
      return object([
        n,
        ["changed", String(value.changed)],
        ["ranks_up", String(value.ranksUp)],
        ["p", number(value.p)],
        ["p_normal", number(value.pNormal)],
      ]);
    case "mcnemar":
      return object([n, ["up", String(value.up)], ["down", String(value.down)], ["p", number(value.p)]]);
    case "kappa":
      return object([n, ["kappa", number(value.unweighted)], ["linear", number(value.linear)], ["quadratic", number(value.quadratic)]]);
    case "chi_square":
      return object([
        n,
        ["chi_square", number(value.statistic)],
        ["degrees", String(value.degrees)],
        ["smallest_expected", number(value.smallestExpected)],
        ["p", number(value.p)],
      ]);
    case "cv_difference":
      return object([n, ["before", number(value.before)], ["after", number(value.after)], ["difference", number(value.difference)]]);
  }
}

/** Probabilities are doubles: twelve digits, as of every number that has no short decimal form. */
function number(value: Exact | number | undefined): string {
  if (value === undefined) return "null";
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : printExact(value);
}

type Pair = readonly [key: string, json: string];
const text = (value: string): string => JSON.stringify(value);
const object = (pairs: readonly Pair[], line = ""): string => `{${pairs.map(([key, json]) => `${line}${text(key)}:${json}`).join(",")}}`;
const array = (items: readonly string[], line = ""): string => `[${items.map((item) => `${line}${item}`).join(",")}]`;

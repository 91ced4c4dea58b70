import { POOLED } from "../../delphi/decideStatement.ts";
import type { NeededRatings } from "../../delphi/neededRatings.ts";
import { criterionInWords } from "../../delphi/ruleInWords.ts";
import type { RuleSummary } from "../../delphi/ruleSummary.ts";
import type { Context } from "../../preview/context.ts";
import type { Block, Runs } from "../block.ts";
import type { PrintedPhrases } from "../printedPhrases.ts";
import { code, wordsOr } from "../words.ts";

/** The rule of consensus in a few sentences, and for each group how many ratings it needs of so many that there are. */
export function consensusBlocks(
  context: Context,
  summaries: readonly RuleSummary[],
  heading: Runs,
  phrases: PrintedPhrases,
): readonly Block[] {
  return [
    { kind: "heading", level: 2, content: heading },
    ...summaries.flatMap((summary) => ruleBlocks(context, summary, summaries, phrases)),
  ];
}

function ruleBlocks(context: Context, summary: RuleSummary, all: readonly RuleSummary[], phrases: PrintedPhrases): readonly Block[] {
  const { rule, scale, sentence, tables } = summary;
  const where = placeOf(summary, all, phrases);
  return [
    ...(where === "" ? [] : [{ kind: "paragraph", content: [phrases.run(`${where}:`, "strong")] } as const]),
    { kind: "paragraph", content: [phrases.run(sentence)] },
    ...(rule.preset === undefined
      ? []
      : [{ kind: "paragraph", role: "note", content: phrases.say("presetMeans", { preset: [code(rule.preset)] }) } as const]),
    ...tables.map(
      ({ scope, criteria, rows }): Block => ({
        kind: "table",
        caption: [
          ...phrases.say("ratingsNeeded", {
            group:
              scope === POOLED
                ? phrases.say("allPanellists")
                : wordsOr(context, context.delphi?.panel.groups.get(scope)?.label, phrases.run(scope)),
          }),
          ...(where === "" ? [] : [phrases.run(` (${where.slice(0, 1).toLowerCase()}${where.slice(1)})`)]),
        ],
        head: [
          phrases.say("raters"),
          ...criteria.map(({ side, criterion }) =>
            phrases.say(SIDES[side], { criterion: criterionInWords(criterion, rule, scale, phrases) }),
          ),
        ],
        rows: rows.map(({ n, needed }) => [
          [phrases.run(String(n))],
          ...needed.map((one) => [phrases.run(neededInWords(one, n, phrases))]),
        ]),
      }),
    ),
  ];
}

const SIDES = { include: "includedWhere", exclude: "excludedWhere" } as const;

/** Which round and which response a rule is for, where there are several. */
function placeOf(summary: RuleSummary, all: readonly RuleSummary[], phrases: PrintedPhrases): string {
  const { round, response } = summary;
  const isOneOfSeveral = all.some((other) => other !== summary && other.round === round);
  const parts = [
    round === undefined ? "" : phrases.text("afterRound", { number: round.number }),
    isOneOfSeveral && response.id !== undefined ? phrases.text("ratedOn", { response: response.id }) : "",
  ].filter((part) => part !== "");
  const place = parts.join(", ");
  return `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
}

function neededInWords(needed: NeededRatings | undefined, n: number, phrases: PrintedPhrases): string {
  if (needed === undefined) return phrases.text("neverEnough");
  const { least, most } = needed;
  if (least === most) return phrases.text("exactly", { count: least });
  if (most === n) return phrases.text("orMore", { count: least });
  return least === 0 ? phrases.text("atMost", { high: most }) : phrases.text("fromTo", { low: least, high: most });
}

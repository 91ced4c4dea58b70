import { POOLED } from "../../delphi/decideStatement.ts";
import type { NeededRatings } from "../../delphi/neededRatings.ts";
import { criterionInWords } from "../../delphi/ruleInWords.ts";
import type { RuleSummary } from "../../delphi/ruleSummary.ts";
import type { Context } from "../../preview/context.ts";
import type { Block, Runs } from "../block.ts";
import { code, say, wordsOr } from "../words.ts";

/** The rule of consensus in a few sentences, and for each group how many ratings it needs of so many that there are. */
export function consensusBlocks(context: Context, summaries: readonly RuleSummary[], heading: Runs): readonly Block[] {
  return [{ kind: "heading", level: 2, content: heading }, ...summaries.flatMap((summary) => ruleBlocks(context, summary, summaries))];
}

function ruleBlocks(context: Context, summary: RuleSummary, all: readonly RuleSummary[]): readonly Block[] {
  const { rule, scale, sentence, tables } = summary;
  const where = placeOf(summary, all);
  return [
    ...(where === "" ? [] : [{ kind: "paragraph", content: [say(`${where}:`, "strong")] } as const]),
    { kind: "paragraph", content: [say(sentence)] },
    ...(rule.preset === undefined
      ? []
      : [{ kind: "paragraph", role: "note", content: [say("This is what the preset "), code(rule.preset), say(" stands for.")] } as const]),
    ...tables.map(
      ({ scope, criteria, rows }): Block => ({
        kind: "table",
        caption: [
          ...(scope === POOLED ? [say("All panellists")] : wordsOr(context, context.delphi?.panel.groups.get(scope)?.label, say(scope))),
          say(`: ratings needed${where === "" ? "" : ` (${where.toLowerCase()})`}`),
        ],
        head: [
          [say("Raters")],
          ...criteria.map(({ side, criterion }) => [say(`${SIDES[side]} ${criterionInWords(criterion, rule, scale)}`)]),
        ],
        rows: rows.map(({ n, needed }) => [[say(String(n))], ...needed.map((one) => [say(neededInWords(one, n))])]),
      }),
    ),
  ];
}

const SIDES = { include: "Included:", exclude: "Excluded:" } as const;

/** Which round and which response a rule is for, where there are several. */
function placeOf(summary: RuleSummary, all: readonly RuleSummary[]): string {
  const { round, response } = summary;
  const isOneOfSeveral = all.some((other) => other !== summary && other.round === round);
  const parts = [
    round === undefined ? "" : `After round ${round.number}`,
    isOneOfSeveral && response.id !== undefined ? `rated on ${response.id}` : "",
  ].filter((part) => part !== "");
  return parts.join(", ").replace(/^r/, "R");
}

function neededInWords(needed: NeededRatings | undefined, n: number): string {
  if (needed === undefined) return "never";
  const { least, most } = needed;
  if (least === most) return `exactly ${least}`;
  if (most === n) return `${least} or more`;
  return least === 0 ? `at most ${most}` : `${least} to ${most}`;
}

import type { Analysis } from "../analysis/analysis.ts";
import { type Conversion, effectConversions } from "../evidence/effectConversions.ts";
import type { Effect } from "../model/instrument.ts";
import { itemEnds } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { EFFECT_MEASURES } from "../scoring/effectMeasures.ts";

/** A published result as it was printed, and per 1, per 10 and per full range of the predictor. */
export function describeEffect(analysis: Analysis, effect: Effect): string {
  const { predictor, per, change, estimate, ci95, p, measure } = effect;
  const range = predictor === undefined ? undefined : endsOf(analysis, predictor);
  const width = range?.high.sub(range.low);
  const by = predictor === undefined ? "" : ` of \`${predictor}\``;
  const lines = [
    `**${effect.id}** · published result`,
    estimate
      ? `${EFFECT_MEASURES[measure]} ${printExact(estimate)}${ci95 ? ` (${printExact(ci95[0])} to ${printExact(ci95[1])})` : ""}${p === undefined ? "" : `, P ${p.replace(/^([<>=]?)\s*/, (_, sign: string) => `${sign || "="} `)}`} per ${change ?? "change"} of ${per ? printExact(per) : "1"}${by}.`
      : "",
    range && width
      ? `\`${predictor}\` runs from ${printExact(range.low)} to ${printExact(range.high)}, a width of ${printExact(width)}.`
      : "",
  ];
  const rows = effectConversions(effect, width);
  if (rows.length > 0)
    lines.push(
      [
        `| per | ${EFFECT_MEASURES[measure]} |${ci95 ? " 95% interval |" : ""}`,
        `| ---: | ---: |${ci95 ? " ---: |" : ""}`,
        ...rows.map((row) => rowOf(row, width)),
      ].join("\n"),
    );
  return lines.filter((line) => line !== undefined && line !== "").join("\n\n");
}

const rowOf = ({ unit, estimate, low, high }: Conversion, width: Exact | undefined): string =>
  `| ${unit}${width?.valueOf() === unit ? " (full range)" : ""} | ${digits(estimate)} |${low === undefined || high === undefined ? "" : ` ${digits(low)} to ${digits(high)} |`}`;

/** As many digits as such results are printed with. */
const digits = (value: number): string => String(Number(value.toPrecision(3)));

function endsOf(analysis: Analysis, name: string): { readonly low: Exact; readonly high: Exact } | undefined {
  const item = analysis.instrument.items.get(name);
  const possible = item ? undefined : analysis.possibleRange(name);
  const { low, high } = item ? (itemEnds(analysis.instrument, item) ?? {}) : { low: possible?.min, high: possible?.max };
  return low && high ? { low, high } : undefined;
}

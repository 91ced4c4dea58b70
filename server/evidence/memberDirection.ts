import type { Instrument, Response } from "../model/instrument.ts";
import { type Member, possibleAnswers, recodable, recoded, responseOf } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { tidy } from "./answerLabels.ts";

/** What each label of an item counts in a score, after the recode and before any reversal. */
export type LabelValues = ReadonlyMap<string, Exact>;

/** Undefined of what is no item with labelled answers. */
export function labelValues(instrument: Instrument, member: Member): LabelValues | undefined {
  const { item, recode } = member;
  const response = item && responseOf(instrument, item);
  const possible = item && possibleAnswers(instrument, item);
  if (!item || !response || possible?.kind !== "codes" || item.key !== undefined) return undefined;
  const values = new Map<string, Exact>();
  for (const answer of possible.answers) {
    const label = labelOf(response, answer.code);
    const result = recode && recoded(recode, recodable(item, answer));
    const value = result ? (result.kind === "number" ? result.value : undefined) : answer.score;
    if (label !== undefined && value) values.set(tidy(label), value);
  }
  return values.size >= 2 ? values : undefined;
}

/** A label as the author wrote it. */
export function writtenLabel(instrument: Instrument, { item }: Member, label: string): string {
  const response = item && responseOf(instrument, item);
  const labels = [
    ...(response?.options ?? []).map((option) => option.label?.own),
    ...[...(response?.anchors.values() ?? [])].map(({ own }) => own),
  ];
  return labels.find((own) => own !== undefined && tidy(own) === label) ?? label;
}

function labelOf(response: Response, code: string): string | undefined {
  return response.options.find((option) => option.code === code)?.label?.own ?? response.anchors.get(code)?.own;
}

/** Labels that both have and that run one way in the one and the other way in the other; undefined unless all that they share do. */
export function opposite(a: LabelValues, b: LabelValues): readonly [low: string, high: string] | undefined {
  const shared = [...a.keys()].filter((label) => b.has(label));
  const pairs = shared.flatMap((first, i) => shared.slice(i + 1).map((second) => [first, second] as const));
  const signs = pairs.map(([first, second]) => order(a, first, second) * order(b, first, second));
  const known = signs.filter((sign) => sign !== 0);
  if (known.length === 0 || known.some((sign) => sign > 0)) return undefined;
  const [low, high] = [...shared].sort((x, y) => order(a, x, y)).filter((_, i, all) => i === 0 || i === all.length - 1);
  return low !== undefined && high !== undefined ? [low, high] : undefined;
}

const order = (values: LabelValues, first: string, second: string): number => {
  const [x, y] = [values.get(first), values.get(second)];
  return x && y ? x.compare(y) : 0;
};

import { keptWith } from "../keptWith.ts";
import type { Option, Response } from "../model/instrument.ts";
import { type Exact, exact, ONE, parseExact } from "../number/exact.ts";
import { remember } from "../remember.ts";

/** An option whose label is a stretch of numbers: `18–25`, `under 18`, `65 and over`. An end that is undefined is open. */
export interface LabelRange {
  readonly option: Option;
  /** First and last value that belong to it, in steps of the labels' last decimal. */
  readonly first?: Exact;
  readonly last?: Exact;
  /** What is counted, as far as the label says. */
  readonly unit: string;
}

/** The options of a response that are stretches of one quantity, lowest first, with the step between neighbouring values. Empty with fewer than two. */
export function labelRanges(response: Response): LabelRanges {
  return remember(KEPT, response, () => rangesIn(response));
}

export interface LabelRanges {
  readonly ranges: readonly LabelRange[];
  readonly step: Exact;
}

const KEPT = keptWith<Response, LabelRanges>();

function rangesIn(response: Response): LabelRanges {
  const options = response.options.filter((option) => !option.missing && option.label);
  if (options.filter(({ label }) => A_NUMBER.test(label?.own.toLowerCase() ?? "")).length < 2) return { ranges: [], step: ONE };
  const texts = options.map((option) => tidy(option.label?.own ?? ""));
  const decimals = Math.max(0, ...texts.flatMap((text) => [...text.matchAll(/\.(\d+)/g)].map((match) => match[1]?.length ?? 0)));
  const step = exact(1, 10n ** BigInt(decimals));
  const read = options.map((option, i) => rangeOf(option, texts[i] ?? "", step));
  // A number that is written in some other way may be just the one that seems to be missing.
  if (read.some((range, i) => !range && A_NUMBER.test(texts[i] ?? ""))) return { ranges: [], step };
  const ranges = read.flatMap((range) => range ?? []);
  const stretches = ranges.filter(({ first, last }) => first && last && !first.equals(last));
  if (stretches.length < 2) return { ranges: [], step };
  const unit = stretches[0]?.unit ?? "";
  const same = ranges.filter((range) => range.unit === unit || range.unit === "" || unit === "");
  return { ranges: same.length === ranges.length ? [...ranges].sort(byFirst) : [], step };
}

function byFirst(a: LabelRange, b: LabelRange): number {
  if (!a.first || !b.first) return a.first ? 1 : b.first ? -1 : 0;
  return a.first.compare(b.first);
}

const tidy = (label: string) =>
  label
    .toLowerCase()
    .replace(/[–—−]/g, "-")
    .replace(/(\d),(?=\d{3}\b)/g, "$1")
    .replace(/[£$€]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\.$/, "");

const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const N = String.raw`(\d+(?:\.\d+)?|${WORDS.join("|")})`;
const UNIT = "(?: ?([a-z%][a-z% /]*?))?";
const pattern = (text: string) => new RegExp(`^${text.replaceAll("N", N).replaceAll("U", UNIT)}$`);

const BETWEEN = pattern("(?:aged? |from |between )?NU ?(?:-|to|through|and) ?NU");
const EITHER = pattern("(?:aged? |from |between )?NU or NU");
const BELOW = pattern("(?:aged? )?(?:under|less than|fewer than|below|younger than|<) ?NU");
const AT_MOST = pattern("(?:up to|at most|no more than|not more than|maximum|≤) ?NU");
const OR_LESS = pattern("NU (?:or|and) (?:less|under|younger|fewer|below)");
const ABOVE = pattern("(?:aged? )?(?:over|more than|above|older than|>) ?NU");
const AT_LEAST = pattern("(?:at least|from|minimum|≥) ?NU");
const OR_MORE = pattern(String.raw`N ?(?:\+|U (?:or|and) (?:more|over|older|above|up|upwards))U`);
const SINGLE = pattern("NU");

/** Most labels are words, and are known for it at once. */
const A_NUMBER = new RegExp(String.raw`\d|\b(?:${WORDS.join("|")})\b`);

function rangeOf(option: Option, text: string, step: Exact): LabelRange | undefined {
  if (!A_NUMBER.test(text)) return undefined;
  const match = (expression: RegExp) => expression.exec(text) ?? undefined;
  const made = (first: Exact | undefined, last: Exact | undefined, ...units: (string | undefined)[]) => ({
    option,
    first,
    last,
    unit: (units.find((unit) => unit) ?? "").trim().replace(/s\b/g, ""),
  });
  const between = match(BETWEEN);
  if (between) {
    const [from, to] = [numberOf(between[1]), numberOf(between[3])];
    return from && to && from.compare(to) <= 0 ? made(from, to, between[4], between[2]) : undefined;
  }
  const either = match(EITHER);
  if (either) {
    const [from, to] = [numberOf(either[1]), numberOf(either[3])];
    return from && to?.equals(from.add(step)) ? made(from, to, either[4], either[2]) : undefined;
  }
  const below = match(BELOW);
  if (below) return made(undefined, numberOf(below[1])?.sub(step), below[2]);
  const atMost = match(AT_MOST) ?? match(OR_LESS);
  if (atMost) return made(undefined, numberOf(atMost[1]), atMost[2]);
  const above = match(ABOVE);
  if (above) return made(numberOf(above[1])?.add(step), undefined, above[2]);
  const atLeast = match(AT_LEAST) ?? match(OR_MORE);
  if (atLeast) return made(numberOf(atLeast[1]), undefined, atLeast[2], atLeast[3]);
  const single = match(SINGLE);
  return single ? made(numberOf(single[1]), numberOf(single[1]), single[2]) : undefined;
}

function numberOf(text: string | undefined): Exact | undefined {
  if (text === undefined) return undefined;
  const word = WORDS.indexOf(text);
  return word >= 0 ? exact(word) : parseExact(text);
}

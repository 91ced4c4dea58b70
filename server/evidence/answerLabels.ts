import { remember } from "../remember.ts";

export type FamilyName = "agreement" | "frequency" | "amount" | "days" | "satisfaction" | "quality" | "likelihood" | "truth" | "importance";

/** Labels of one kind of scale, in the order of their strength. */
export interface LabelFamily {
  readonly name: FamilyName;
  readonly labels: readonly (readonly string[])[];
  /** Place of the neutral label, where the scale has two sides. */
  readonly neutral?: number;
}

const family = (name: FamilyName, labels: LabelFamily["labels"], neutral?: number): LabelFamily => ({ name, labels, neutral });

/**
 * Labels of response scales in the order of their strength, weakest or most negative first, by family. Two labels are compared only within
 * a family, so a family need not hold all labels that there are. Labels are compared in small letters, without a final full stop.
 */
const FAMILIES: readonly LabelFamily[] = [
  family(
    "agreement",
    [
      ["strongly disagree", "completely disagree", "totally disagree", "definitely disagree"],
      ["disagree", "mostly disagree", "tend to disagree"],
      ["slightly disagree", "somewhat disagree"],
      ["neither", "neither agree nor disagree", "neutral", "undecided"],
      ["slightly agree", "somewhat agree"],
      ["agree", "mostly agree", "tend to agree"],
      ["strongly agree", "completely agree", "totally agree", "definitely agree"],
    ],
    3,
  ),
  family("frequency", [
    ["never", "not at any time", "none of the time", "at no time"],
    ["almost never", "hardly ever", "very rarely", "seldom or never", "a little of the time"],
    ["rarely", "seldom"],
    ["sometimes", "occasionally", "some of the time"],
    ["fairly often", "often", "quite often", "frequently", "a good bit of the time"],
    ["very often", "usually", "most of the time", "almost always"],
    ["always", "all of the time"],
  ]),
  family("amount", [
    ["not at all", "not at all true"],
    ["slightly", "a little", "a little bit", "hardly true"],
    ["somewhat", "moderately", "to some extent"],
    ["quite a bit", "considerably", "to a great extent", "mostly"],
    ["very much", "extremely", "completely", "completely true"],
  ]),
  family("days", [["not at all"], ["several days"], ["more than half the days"], ["nearly every day"]]),
  family(
    "satisfaction",
    [
      ["very dissatisfied", "extremely dissatisfied", "completely dissatisfied"],
      ["dissatisfied", "fairly dissatisfied", "somewhat dissatisfied"],
      ["neither satisfied nor dissatisfied", "neither", "neutral"],
      ["satisfied", "fairly satisfied", "somewhat satisfied"],
      ["very satisfied", "extremely satisfied", "completely satisfied"],
    ],
    2,
  ),
  family("quality", [["very poor", "very bad"], ["poor", "bad"], ["fair"], ["good"], ["very good"], ["excellent"]]),
  family(
    "likelihood",
    [
      ["very unlikely", "extremely unlikely"],
      ["unlikely", "fairly unlikely", "somewhat unlikely"],
      ["neutral", "neither likely nor unlikely", "neither"],
      ["likely", "fairly likely", "somewhat likely"],
      ["very likely", "extremely likely"],
    ],
    2,
  ),
  family("truth", [["not true"], ["somewhat true"], ["certainly true", "very true", "completely true"]]),
  family("importance", [
    ["not important", "not at all important"],
    ["slightly important"],
    ["moderately important", "important"],
    ["very important"],
    ["extremely important", "critical", "essential"],
  ]),
];

/** Labels that say that there is no answer. */
const NO_ANSWER =
  /^(?:prefer not to (?:say|answer)|do(?:n't|n’t| not) (?:know|wish to say|want to say)|not applicable|n\/a|no answer|no opinion|refused?|missing|not stated|not answered|unable to (?:say|rate|answer)|can(?:'t|’t|not) say)$/;

export const tidy = (label: string) => label.trim().toLowerCase().replace(/[.!]$/, "").replace(/\s+/g, " ");

export const saysNoAnswer = (label: string): boolean => NO_ANSWER.test(tidy(label));

/** The family that knows most of the labels, and their strengths in it; undefined for a label that it does not know. Undefined where it knows too few. */
export function familyOf(
  labels: readonly string[],
  least = 3,
): { readonly family: LabelFamily; readonly strengths: readonly (number | undefined)[] } | undefined {
  const tidied = labels.map(tidy);
  const known = new Map<LabelFamily, number>();
  for (const label of tidied) for (const one of places().get(label)?.keys() ?? []) known.set(one, (known.get(one) ?? 0) + 1);
  let best: LabelFamily | undefined;
  for (const one of FAMILIES) if ((known.get(one) ?? 0) > ((best && known.get(best)) ?? 0)) best = one;
  const family = best ?? FAMILIES[0];
  if (!family || (known.get(family) ?? 0) < least) return undefined;
  return { family, strengths: tidied.map((label) => places().get(label)?.get(family)) };
}

/** The strengths of labels within the family that knows most of them. */
export const strengthsOf = (labels: readonly string[]): readonly (number | undefined)[] | undefined => familyOf(labels)?.strengths;

/** The strength of each label in the families that know it. */
type Places = ReadonlyMap<string, ReadonlyMap<LabelFamily, number>>;

let made: Places | undefined;

function places(): Places {
  if (made) return made;
  const all = new Map<string, Map<LabelFamily, number>>();
  for (const one of FAMILIES)
    for (const [strength, same] of one.labels.entries())
      for (const label of same) {
        const known = remember(all, label, () => new Map<LabelFamily, number>());
        if (!known.has(one)) known.set(one, strength);
      }
  made = all;
  return made;
}

/**
 * Labels of response scales in the order of their strength, weakest or most negative first, by family. Two labels are compared only within
 * a family, so a family need not hold all labels that there are. Labels are compared in small letters, without a final full stop.
 */
const FAMILIES: readonly (readonly (readonly string[])[])[] = [
  [
    ["strongly disagree", "completely disagree", "totally disagree", "definitely disagree"],
    ["disagree", "mostly disagree", "tend to disagree"],
    ["slightly disagree", "somewhat disagree"],
    ["neither", "neither agree nor disagree", "neutral", "undecided"],
    ["slightly agree", "somewhat agree"],
    ["agree", "mostly agree", "tend to agree"],
    ["strongly agree", "completely agree", "totally agree", "definitely agree"],
  ],
  [
    ["never", "not at any time", "none of the time", "at no time"],
    ["almost never", "hardly ever", "very rarely", "seldom or never", "a little of the time"],
    ["rarely", "seldom"],
    ["sometimes", "occasionally", "some of the time"],
    ["fairly often", "often", "quite often", "frequently", "a good bit of the time"],
    ["very often", "usually", "most of the time", "almost always"],
    ["always", "all of the time"],
  ],
  [
    ["not at all", "not at all true"],
    ["slightly", "a little", "a little bit", "hardly true"],
    ["somewhat", "moderately", "to some extent"],
    ["quite a bit", "considerably", "to a great extent", "mostly"],
    ["very much", "extremely", "completely", "completely true"],
  ],
  [["not at all"], ["several days"], ["more than half the days"], ["nearly every day"]],
  [["very dissatisfied"], ["dissatisfied"], ["neither satisfied nor dissatisfied", "neutral"], ["satisfied"], ["very satisfied"]],
  [["very poor", "very bad"], ["poor", "bad"], ["fair"], ["good"], ["very good"], ["excellent"]],
  [["very unlikely"], ["unlikely"], ["neutral", "neither likely nor unlikely"], ["likely"], ["very likely"]],
  [["not true"], ["somewhat true"], ["certainly true", "very true", "completely true"]],
  [
    ["not important", "not at all important"],
    ["slightly important"],
    ["moderately important", "important"],
    ["very important"],
    ["extremely important", "critical", "essential"],
  ],
];

/** Labels that say that there is no answer. */
const NO_ANSWER =
  /^(?:prefer not to (?:say|answer)|do(?:n't|n’t| not) (?:know|wish to say|want to say)|not applicable|n\/a|no answer|no opinion|refused?|missing|not stated|not answered|unable to (?:say|rate|answer)|can(?:'t|’t|not) say)$/;

const tidy = (label: string) => label.trim().toLowerCase().replace(/[.!]$/, "").replace(/\s+/g, " ");

export const saysNoAnswer = (label: string): boolean => NO_ANSWER.test(tidy(label));

/** The strengths of labels within the family that knows most of them; undefined for a label that it does not know. Undefined with fewer than three known. */
export function strengthsOf(labels: readonly string[]): readonly (number | undefined)[] | undefined {
  const tidied = labels.map(tidy);
  const ranked = FAMILIES.map((family) => tidied.map((label) => rank(family, label)));
  const best = ranked.reduce((a, b) => (known(b) > known(a) ? b : a));
  return known(best) >= 3 ? best : undefined;
}

const known = (ranks: readonly (number | undefined)[]) => ranks.filter((one) => one !== undefined).length;

function rank(family: readonly (readonly string[])[], label: string): number | undefined {
  const place = family.findIndex((labels) => labels.includes(label));
  return place < 0 ? undefined : place;
}

import { strengthsOf } from "../evidence/answerLabels.ts";
import { writesChoice } from "../evidence/needs.ts";
import { scoreOf, writtenResponse } from "../evidence/writtenResponse.ts";
import type { Option } from "../model/instrument.ts";
import { rule } from "./rule.ts";

/** A scale may run up or down; one label that runs against all the others is a slip. */
export default rule({
  code: "label-against-code",
  severity: "warning",
  summary: "The code of one option runs against the meaning of the labels.",
  looksAt: ["response", "item", "section"],
  needs: writesChoice,
  yieldsTo: ["label-order"],
  *check(part, { at }) {
    const response = writtenResponse(part);
    const options = response?.options.filter((option) => !option.missing && scoreOf(option)) ?? [];
    const strengths = response?.type === "choice" ? strengthsOf(options.map((option) => option.label?.own ?? "")) : undefined;
    if (!strengths) return;
    const known = options.flatMap((option, i) => {
      const strength = strengths[i];
      return strength === undefined ? [] : [{ option, strength }];
    });
    const [up, down] = [1, -1].map((direction) => against(known, direction));
    const odd = up && down && (up.length <= down.length ? up : down);
    if (!odd || odd.length === 0 || odd.length * 2 >= known.length) return;
    for (const { option, neighbour } of odd)
      yield {
        at: at.name(option),
        message: `"${option.label?.own}" has the code ${scoreOf(option)?.toFraction()}${neighbour ? ` beside "${neighbour.label?.own}" with ${scoreOf(neighbour)?.toFraction()}` : ""}: the codes run against the labels`,
      };
  },
});

interface Ranked {
  readonly option: Option;
  readonly strength: number;
}

/** The fewest options whose scores break the order of the strengths, for one direction. */
function against(known: readonly Ranked[], direction: number): { option: Option; neighbour?: Option }[] {
  const sorted = [...known].sort((a, b) => a.strength - b.strength);
  const kept = longest(sorted, direction);
  return sorted
    .filter((one) => !kept.includes(one))
    .map((one) => ({
      option: one.option,
      neighbour: kept.reduce<Ranked | undefined>(
        (best, other) => (!best || Math.abs(other.strength - one.strength) < Math.abs(best.strength - one.strength) ? other : best),
        undefined,
      )?.option,
    }));
}

/** The longest run of options whose scores follow their strengths. */
function longest(sorted: readonly Ranked[], direction: number): readonly Ranked[] {
  const best: Ranked[][] = [];
  sorted.forEach((one, i) => {
    let before: readonly Ranked[] = [];
    for (let j = 0; j < i; j++) {
      const run = best[j] ?? [];
      const last = run.at(-1);
      if (last && follows(last, one, direction) && run.length > before.length) before = run;
    }
    best.push([...before, one]);
  });
  return best.reduce((a, b) => (b.length > a.length ? b : a), []);
}

function follows(a: Ranked, b: Ranked, direction: number): boolean {
  const [low, high] = [scoreOf(a.option), scoreOf(b.option)];
  if (!low || !high) return false;
  return a.strength === b.strength || high.compare(low) * direction > 0;
}

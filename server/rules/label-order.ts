import { strengthsOf } from "../evidence/answerLabels.ts";
import { writesChoice } from "../evidence/needs.ts";
import { scoreOf, writtenResponse } from "../evidence/writtenResponse.ts";
import type { Option } from "../model/instrument.ts";
import { rule } from "./rule.ts";

/**
 * Labels whose order is broken where two neighbours would have to change places, or whose codes are right and whose order on the page is not.
 * A label that is far from its place beside wrong codes is label-against-code.
 */
export default rule({
  code: "label-order",
  severity: "warning",
  summary: "The labels of a scale do not stand in their order, such as sometimes before rarely.",
  looksAt: ["response", "item", "section"],
  needs: writesChoice,
  *check(part, { at }) {
    const response = writtenResponse(part);
    const options = response?.options.filter((option) => !option.missing) ?? [];
    const strengths = response?.type === "choice" ? strengthsOf(options.map((option) => option.label?.own ?? "")) : undefined;
    if (!response || !strengths) return;
    const known = options.flatMap((option, i) => {
      const strength = strengths[i];
      return strength === undefined ? [] : [{ option, strength }];
    });
    const order = known.map(({ strength }) => strength);
    if (runs(order, 1) || runs(order, -1)) return;
    const codes = codesOf(known.map(({ option }) => option));
    const swapped = order.findIndex((_, i) => i + 1 < order.length && order[i] !== order[i + 1] && inOrder(order, i));
    const codesFollowPage = codes === undefined || runs(codes, 1) || runs(codes, -1);
    const byCode = codes && known.map(({ strength }, i) => ({ strength, code: codes[i] ?? 0 })).sort((a, b) => a.code - b.code);
    const codesFollowLabels =
      byCode &&
      [1, -1].some((way) =>
        runs(
          byCode.map(({ strength }) => strength),
          way,
        ),
      );
    const place = swapped >= 0 && (codesFollowPage || codesFollowLabels) ? swapped : codesFollowLabels ? firstBreak(order) : -1;
    if (response.randomise && codesFollowLabels) return;
    const [before, after] = [known[place], known[place + 1]];
    if (!before || !after) return;
    yield {
      at: at.value(after.option, "label"),
      message: `"${before.option.label?.own}" stands before "${after.option.label?.own}": the labels are not in their order`,
      related: [{ at: at.value(before.option, "label"), message: `"${before.option.label?.own}"` }],
    };
  },
});

const runs = (values: readonly number[], way: number) =>
  values.every((value, i) => i === 0 || (value - (values[i - 1] ?? value)) * way >= 0);

/** Whether the values are in order once those at `i` and after it have changed places. */
function inOrder(values: readonly number[], i: number): boolean {
  const changed = [...values];
  [changed[i], changed[i + 1]] = [values[i + 1] ?? 0, values[i] ?? 0];
  return runs(changed, 1) || runs(changed, -1);
}

/** Where the order first turns against the way that most neighbours go. */
function firstBreak(values: readonly number[]): number {
  const ways = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? value)));
  const main = ways.reduce((a, b) => a + b, 0) >= 0 ? 1 : -1;
  return ways.indexOf(-main);
}

/** The scores as plain numbers, which is enough to compare them; undefined where an option has none. */
function codesOf(options: readonly Option[]): readonly number[] | undefined {
  const codes = options.map((option) => scoreOf(option)?.valueOf());
  return codes.every((code) => code !== undefined) ? codes : undefined;
}

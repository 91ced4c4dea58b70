import type { Item, Option, Response, Text } from "../../model/instrument.ts";
import { isCode, possibleAnswers } from "../../model/resolve/answers.ts";
import { itemEnds } from "../../model/resolve/reversal.ts";
import { digits } from "../../number/digits.ts";
import type { Context } from "../context.ts";
import { pointsOf } from "../points.ts";

/** One answer that can be ticked, by its code. */
export interface Column {
  readonly code: string;
  readonly label?: Text;
  readonly missing: boolean;
  readonly exclusive: boolean;
  readonly preselected: boolean;
  readonly option?: Option;
}

/** The answers of a response that can be listed; none for numbers, texts, sliders. */
export function reviewColumns(response: Response): readonly Column[] {
  const points = response.type === "rating" ? pointsOf(response) : undefined;
  if (points !== undefined) {
    return points.map(({ code, label, aside, option }) => ({
      code,
      label,
      missing: option?.missing ?? aside,
      exclusive: false,
      preselected: option?.preselected === true,
      option,
    }));
  }
  return response.options.map((option) => ({
    code: option.code,
    label: option.label,
    missing: option.missing,
    exclusive: option.exclusive,
    preselected: option.preselected,
    option,
  }));
}

/** What each answer counts by the item's own key and direction, before any recode of a score; undefined where no score uses it. */
export function countsOf(context: Context, item: Item, columns: readonly Column[]): readonly (string | undefined)[] | undefined {
  const { instrument } = context;
  const possible = context.usesOf(item.id).length === 0 ? undefined : possibleAnswers(instrument, item);
  if (possible?.kind !== "codes") {
    return undefined;
  }
  const ends = item.reverse ? itemEnds(instrument, item) : undefined;
  return columns.map((column) => {
    const score = possible.answers.find((answer) => isCode(column.code, answer))?.score;
    if (score === undefined || column.missing) {
      return undefined;
    }
    const reversed = ends?.low !== undefined && ends.high !== undefined ? ends.low.add(ends.high).sub(score) : score;
    return digits(reversed);
  });
}

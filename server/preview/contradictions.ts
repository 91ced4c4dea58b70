import type { Item, Response } from "../model/instrument.ts";
import { parseExact, ZERO } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { partOf } from "./cells.ts";
import type { Filled } from "./view.ts";
import { wordsIn } from "./wordsIn.ts";

/** What does not go together within one answer: an exclusive option with others, two things in one place, parts that miss their total. */
export function contradictions(item: Item, response: Response, filled: Filled, language?: string): readonly string[] {
  switch (response.type) {
    case "multiple":
      return exclusiveWithOthers(item, response, filled, language);
    case "rank":
      return samePlace(item, response, filled);
    case "allocate":
      return missedTotal(item, response, filled);
    default:
      return [];
  }
}

function exclusiveWithOthers(item: Item, response: Response, filled: Filled, language?: string): readonly string[] {
  const given = filled.get(item.id) ?? [];
  const alone = response.options.find((option) => option.exclusive && given.includes(option.code));
  return alone !== undefined && given.length > 1
    ? [`"${wordsIn(alone.label, language) ?? alone.code}" cannot be ticked together with others`]
    : [];
}

function samePlace(item: Item, response: Response, filled: Filled): readonly string[] {
  const places = response.options.map(({ code }) => partOf(item, code, filled)).filter((place) => place !== undefined);
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  return twice === undefined ? [] : [`place ${twice} is given twice`];
}

function missedTotal(item: Item, response: Response, filled: Filled): readonly string[] {
  const parts = response.options.map(({ code }) => partOf(item, code, filled)).filter((part) => part !== undefined);
  if (response.total === undefined || parts.length === 0) {
    return [];
  }
  const sum = parts.reduce((total, part) => total.add(parseExact(part) ?? ZERO), ZERO);
  return sum.equals(response.total) ? [] : [`${printExact(sum)} of ${printExact(response.total)} given out`];
}

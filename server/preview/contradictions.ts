import type { Phrases } from "../language/phrases.ts";
import type { Item, Response } from "../model/instrument.ts";
import { parseExact, ZERO } from "../number/exact.ts";
import { partOf } from "./cells.ts";
import type { Filled } from "./view.ts";
import { wordsIn } from "./wordsIn.ts";

/** In which language labels are shown, and the tool's own words in it. */
export interface Speech {
  readonly language?: string;
  readonly phrases: Phrases;
}

/** What does not go together within one answer: an exclusive option with others, two things in one place, parts that miss their total. */
export function contradictions(item: Item, response: Response, filled: Filled, speech: Speech): readonly string[] {
  switch (response.type) {
    case "multiple":
      return exclusiveWithOthers(item, response, filled, speech);
    case "rank":
      return samePlace(item, response, filled, speech);
    case "allocate":
      return missedTotal(item, response, filled, speech);
    default:
      return [];
  }
}

function exclusiveWithOthers(item: Item, response: Response, filled: Filled, { language, phrases }: Speech): readonly string[] {
  const given = filled.get(item.id) ?? [];
  const alone = response.options.find((option) => option.exclusive && given.includes(option.code));
  return alone !== undefined && given.length > 1
    ? [phrases.text("notTogether", { label: wordsIn(alone.label, language) ?? alone.code })]
    : [];
}

function samePlace(item: Item, response: Response, filled: Filled, { phrases }: Speech): readonly string[] {
  const places = response.options.map(({ code }) => partOf(item, code, filled)).filter((place) => place !== undefined);
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  return twice === undefined ? [] : [phrases.text("placeTwice", { place: twice })];
}

function missedTotal(item: Item, response: Response, filled: Filled, { phrases }: Speech): readonly string[] {
  const parts = response.options.map(({ code }) => partOf(item, code, filled)).filter((part) => part !== undefined);
  if (response.total === undefined || parts.length === 0) {
    return [];
  }
  const sum = parts.reduce((total, part) => total.add(parseExact(part) ?? ZERO), ZERO);
  return sum.equals(response.total)
    ? []
    : [phrases.text("givenOutOf", { sum: phrases.number(sum), total: phrases.number(response.total) })];
}

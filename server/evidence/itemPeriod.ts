import type { Item } from "../model/instrument.ts";
import type { Context } from "../rules/rule.ts";
import type { Place } from "../syntax/place.ts";
import { sectionsAround } from "./inSection.ts";
import { period as periodInRecall } from "./lexicon/en/period.ts";
import type { Period } from "./lexicon/lexicon.ts";
import { periodOf, spokenTexts, type Wording } from "./wording.ts";

export interface ItemPeriod {
  readonly period: Period;
  readonly at: Place;
}

/** What must be known of the document that an item stands in. */
type Known = Pick<Context, "language" | "at" | "instrument">;

/** The time that an item asks about: as its stem says, else as its `recall`, else as the texts of the sections around it. */
export function itemPeriod(item: Item, context: Known): ItemPeriod | undefined {
  return stemPeriod(item, context) ?? recallPeriod(item, context) ?? sectionPeriod(item, context);
}

export function stemPeriod(item: Item, { language }: Pick<Context, "language">): ItemPeriod | undefined {
  return first(spokenTexts(item, "stem", language)) ?? first(spokenTexts(item, "help", language));
}

/** `recall` is written in the words of the format, whatever the language of the texts. */
export function recallPeriod(item: Item, { at }: Pick<Context, "at">): ItemPeriod | undefined {
  const period = item.recall === undefined ? undefined : periodInRecall(item.recall);
  return period && { period, at: at.value(item, "recall") };
}

export function sectionPeriod(item: Item, context: Known): ItemPeriod | undefined {
  const { language } = context;
  for (const section of sectionsAround(context, item.section)) {
    const found = first(spokenTexts(section, "text", language)) ?? first(spokenTexts(section, "title", language));
    if (found) return found;
  }
  return undefined;
}

function first(wordings: readonly Wording[]): ItemPeriod | undefined {
  for (const wording of wordings) {
    const period = periodOf(wording);
    if (period) return new PeriodInText(period, wording);
  }
  return undefined;
}

/** A class: what a getter in an object literal sees is held for long by V8, and most places are never asked for. */
class PeriodInText implements ItemPeriod {
  readonly period: Period;
  readonly #wording: Wording;

  constructor(period: Period, wording: Wording) {
    this.period = period;
    this.#wording = wording;
  }

  get at(): Place {
    return this.#wording.place(this.period.start, this.period.end);
  }
}

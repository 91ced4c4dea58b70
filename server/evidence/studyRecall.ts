import type { Instrument, Item } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import { documentOfWave, instrumentOf, type Study, type Wave } from "../model/study.ts";
import type { TimeSpan } from "../model/timeSpan.ts";
import { sectionsAround } from "./inSection.ts";
import { itemPeriod } from "./itemPeriod.ts";
import type { Period } from "./lexicon/lexicon.ts";

export interface RecalledItem {
  readonly item: Item;
  readonly period: Period;
}

/** Items that ask about a time in the past, with that time. */
function recalled(instrument: Instrument): readonly RecalledItem[] {
  const context = { instrument, at: origins, language: instrument.metadata.language };
  return instrument.items.values().flatMap((item) => {
    const period = itemPeriod(item, context)?.period;
    return period?.direction === "past" ? [{ item, period }] : [];
  });
}

/** A wave that asks about a time which the wave before has asked about. */
export interface RepeatedRecall {
  readonly wave: Wave;
  readonly before: Wave;
  /** Days between the two. */
  readonly gap: number;
  readonly items: readonly RecalledItem[];
}

export function repeatedRecall(study: Study): readonly RepeatedRecall[] {
  const { waves } = study;
  if (!waves) return [];
  const inOrder = waves.at
    .values()
    .flatMap((wave) => (wave.after ? [{ wave, day: longestDays(wave.after) }] : []))
    .sort((a, b) => a.day - b.day);
  const found: RepeatedRecall[] = [];
  for (const [i, { wave, day }] of inOrder.entries()) {
    const document = documentOfWave(waves, wave);
    const instrument = instrumentOf(study, document);
    if (!instrument) continue;
    const byWave = new Map<Wave, RecalledItem[]>();
    for (const one of recalled(instrument)) {
      if (!asks(instrument, wave, one.item)) continue;
      const last = inOrder
        .slice(0, i)
        .reverse()
        .find((other) => documentOfWave(waves, other.wave) === document && asks(instrument, other.wave, one.item));
      if (last && one.period.days > (day - last.day) * SLACK) byWave.set(last.wave, [...(byWave.get(last.wave) ?? []), one]);
    }
    for (const [before, items] of byWave)
      found.push({ wave, before, gap: Math.round(day - longestDays(before.after ?? { amount: 0, unit: "day", text: "" })), items });
  }
  return found;
}

/** Items about a time in the past that is longer than people must have been in the job. */
export function recallBeyondService({ documents }: Study, service: TimeSpan): readonly RecalledItem[] {
  const days = longestDays(service) * SLACK;
  return documents
    .values()
    .flatMap(({ document }) => (document?.kind === "instrument" ? recalled(document.instrument) : []))
    .filter(({ period }) => period.days > days);
}

/** "The past month" four weeks apart is no double report worth speaking of. */
const SLACK = 1.08;

/** Days of a length of time, months and years as long as they are on average. */
const longestDays = ({ amount, unit }: TimeSpan): number =>
  amount * { second: 1 / 86_400, minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7, month: 30.436875, year: 365.2425 }[unit];

const asks = (instrument: Instrument, { sections }: Wave, item: Item): boolean =>
  !sections || sectionsAround({ instrument }, item.section).some(({ id }) => sections.includes(id));

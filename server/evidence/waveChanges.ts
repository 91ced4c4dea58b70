import type { Instrument, Item } from "../model/instrument.ts";
import type { Origins } from "../model/origins.ts";
import { responseOf } from "../model/resolve.ts";
import { instrumentOf, type Study } from "../model/study.ts";
import type { Place } from "../syntax/place.ts";
import { sectionsAround } from "./inSection.ts";

/** An item that two documents of a study share under one id, and what is another in the later one. */
export interface ItemChange {
  readonly item: Item;
  readonly before: Item;
  readonly words: string;
}

/** What changed between the documents of waves that follow each other, and of phases of which one comes after the other. */
export function changesBetweenWaves(study: Study, at: Origins): readonly { readonly at: Place; readonly changes: readonly ItemChange[] }[] {
  const pairs: { readonly at: Place; readonly before: string; readonly after: string }[] = [];
  let last = study.waves?.document;
  for (const wave of study.waves?.at.values() ?? []) {
    const document = wave.document ?? study.waves?.document;
    if (document !== undefined && last !== undefined && document !== last)
      pairs.push({ at: wave.document ? at.value(wave, "document") : at.name(wave), before: last, after: document });
    last = document ?? last;
  }
  for (const phase of study.phases.values()) {
    const earlier = phase.after === undefined ? undefined : study.phases.get(phase.after)?.document;
    if (earlier !== undefined && phase.document !== undefined && earlier !== phase.document)
      pairs.push({ at: at.value(phase, "document"), before: earlier, after: phase.document });
  }
  const seen = new Set<string>();
  return pairs.flatMap(({ at: place, before, after }) => {
    const key = [before, after].sort().join();
    const [old, now] = [instrumentOf(study, before), instrumentOf(study, after)];
    if (!old || !now || seen.has(key)) return [];
    seen.add(key);
    return [{ at: place, changes: changedItems(old, now) }];
  });
}

/** Consent, screening and demographics are asked again in words that fit the occasion. */
function changedItems(old: Instrument, now: Instrument): readonly ItemChange[] {
  return now.items.values().flatMap((item) => {
    const before = old.items.get(item.id);
    if (!before || sectionsAround({ instrument: now }, item.section).some(({ kind }) => kind !== undefined)) return [];
    const words = difference(old, before, now, item);
    return words === undefined ? [] : [{ item, before, words }];
  });
}

function difference(old: Instrument, before: Item, now: Instrument, item: Item): string | undefined {
  const [was, is] = [before.stem?.own ?? "", item.stem?.own ?? ""];
  if (plain(was) !== plain(is)) return `was "${was}" and is "${is}"`;
  const [answers, others] = [answersOf(old, before), answersOf(now, item)];
  return answers === others ? undefined : `was answered with ${answers} and is with ${others}`;
}

/** Capitals, blanks and the final stop are no other wording. */
const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+/g, " ")
    .replace(/[.?!:]$/, "")
    .toLowerCase();

function answersOf(instrument: Instrument, item: Item): string {
  const response = responseOf(instrument, item);
  if (!response) return "nothing";
  if (response.options.length > 0) return response.options.map(({ code, label }) => `${code} ${label?.own ?? ""}`.trim()).join(" · ");
  const [low, high] = [response.from ?? response.min, response.to ?? response.max];
  return `${response.type}${low || high ? ` from ${low?.toString() ?? "any"} to ${high?.toString() ?? "any"}` : ""}`;
}

import type { Instrument } from "../model/instrument.ts";
import type { Linkage, Study } from "../model/study.ts";

/** Groups of fewer people are not reported, where a study does not say otherwise: a convention of statistical offices. */
export const SMALLEST_GROUP = 10;

/** Whether a phase comes after another, directly or through others. */
export function comesAfter({ phases }: Study, id: string, other: string): boolean {
  const seen = new Set<string>();
  for (let at = phases.get(id)?.after; at !== undefined && !seen.has(at); at = phases.get(at)?.after) {
    if (at === other) return true;
    seen.add(at);
  }
  return false;
}

/** The instruments whose answers are joined with other data: those that ask for the key, else all. */
export function linkedInstruments({ documents }: Study, { key }: Linkage): readonly Instrument[] {
  const all = documents.values().flatMap(({ document }) => (document?.kind === "instrument" ? [document.instrument] : []));
  const keyed = all.filter(({ items }) => key.some((id) => items.has(id)));
  return keyed.length > 0 ? keyed : all;
}

/** The consents that something in the study needs: its samples, its linkage, and the guides that it joins. */
export function usedConsents(study: Study): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (id: string | undefined) => id !== undefined && used.add(id);
  for (const { consent } of study.sampling.values()) add(consent);
  for (const { consent } of study.linkage.values()) add(consent);
  for (const { document } of study.documents.values()) {
    for (const id of document?.guide?.consent ?? []) add(id);
    add(document?.guide?.photos?.safeguards?.publishNeeds);
  }
  return used;
}

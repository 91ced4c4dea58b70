import type { Instrument, Item, Section } from "../model/instrument.ts";
import { documentOfWave, instrumentOf, type Study, type Wave } from "../model/study.ts";

/** Which section is asked in which wave. */
export interface WaveTable {
  readonly waves: readonly Wave[];
  readonly rows: readonly WaveRow[];
}

export interface WaveRow {
  readonly section: Section;
  /** The name of the document in the study. */
  readonly document: string;
  readonly items: readonly Item[];
  /** By wave. */
  readonly asked: readonly boolean[];
}

/** A row for each section with items; those asked in two waves or more hold the items that repeat. Undefined where the study has no waves. */
export function waveTable(study: Study): WaveTable | undefined {
  const { waves } = study;
  if (!waves || waves.at.size === 0) return undefined;
  const inOrder = waves.at.values();
  const documents = [...new Set(inOrder.flatMap((wave) => documentOfWave(waves, wave) ?? []))];
  const rows = documents.flatMap((document) => {
    const instrument = instrumentOf(study, document);
    if (!instrument) return [];
    return instrument.sections.values().flatMap((section): WaveRow[] => {
      const items = instrument.items.values().filter((item) => item.section === section.id);
      if (items.length === 0) return [];
      const asked = inOrder.map((wave) => documentOfWave(waves, wave) === document && isAskedIn(instrument, wave, section));
      return [{ section, document, items, asked }];
    });
  });
  return { waves: inOrder, rows };
}

function isAskedIn(instrument: Instrument, { sections }: Wave, section: Section): boolean {
  if (!sections) return true;
  const seen = new Set<string>();
  for (
    let at: Section | undefined = section;
    at && !seen.has(at.id);
    at = at.parent === undefined ? undefined : instrument.sections.get(at.parent)
  ) {
    if (sections.includes(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

import type { Instrument } from "../model/instrument.ts";
import { documentOfWave, instrumentOf, type Study } from "../model/study.ts";
import { rule } from "./rule.ts";

/** No more than information, as a section may be asked before the first wave. Consent may be taken and people may be screened apart from the waves; so may everything be where another phase asks the document. */
export default rule({
  code: "section-in-no-wave",
  severity: "info",
  summary: "A section with items is asked in no wave.",
  looksAt: "study",
  *check(part, { at }) {
    const { waves } = part.value;
    if (!waves) return;
    for (const { id } of part.value.documents.values()) {
      const instrument = instrumentOf(part.value, id);
      const asked = instrument && askedIn(part.value, id);
      if (!instrument || !asked) continue;
      const left = instrument.sections
        .values()
        .filter(
          ({ id, kind }) => kind !== "consent" && kind !== "screening" && hasItems(instrument, id) && !isAsked(instrument, id, asked),
        );
      const [first] = left;
      if (!first) continue;
      const names = left.map((section) => `"${section.id}"`).join(", ");
      yield {
        at: at.key(waves, "at"),
        message: `no wave asks ${left.length === 1 ? "the section" : "the sections"} ${names} of "${id}"`,
        related: left.map((section) => ({ at: at.name(section), message: section.title?.own ?? section.id })),
      };
    }
  },
});

/** The sections that waves ask of a document; undefined where a wave asks all of it, no wave asks it, or it is asked outside the waves too. */
function askedIn(study: Study, document: string): ReadonlySet<string> | undefined {
  const { waves, phases } = study;
  const own = waves?.at.values().filter((wave) => documentOfWave(waves, wave) === document) ?? [];
  const isAskedApart = phases.values().filter((phase) => phase.document === document).length > 1;
  if (own.length === 0 || isAskedApart || own.some(({ sections }) => !sections)) return undefined;
  return new Set(own.flatMap(({ sections }) => sections ?? []));
}

const hasItems = ({ items }: Instrument, section: string): boolean => items.values().some((item) => item.section === section);

/** A wave that asks a section asks those in it. */
function isAsked({ sections }: Instrument, id: string, asked: ReadonlySet<string>): boolean {
  let section: string | undefined = id;
  for (let depth = 0; section !== undefined && depth < 20; depth++) {
    if (asked.has(section)) return true;
    section = sections.get(section)?.parent;
  }
  return false;
}

import type { Analysis } from "../analysis/analysis.ts";
import type { Instrument, Named } from "../model/instrument.ts";
import { named } from "../model/named.ts";
import { documentOfWave } from "../model/study.ts";

/** A guide or a study as if it had the items, scores and sections that may be named at a path of it; other documents as they are. */
export function withJoined(analysis: Analysis, path: readonly (string | number)[]): Analysis {
  if (!analysis.guide && !analysis.study) return analysis;
  const all = instrumentsAt(analysis, path);
  const [only, other] = all;
  const merged = <T>(of: (instrument: Instrument) => Named<T>) =>
    named(
      all.flatMap((instrument) =>
        of(instrument)
          .ids()
          .map((id, i) => [id, of(instrument).values()[i] as T] as const),
      ),
    );
  const instrument: Instrument =
    only && !other
      ? only
      : {
          ...analysis.instrument,
          items: merged(({ items }) => items),
          scores: merged(({ scores }) => scores),
          sections: merged(({ sections }) => sections),
          responses: merged(({ responses }) => responses),
        };
  return { ...analysis, fields: analysis.fields, instrument };
}

/** The instruments whose items, scores and sections may be named at a path of a guide or a study. */
function instrumentsAt({ guide, study }: Analysis, [top, id, wave]: readonly (string | number)[]): readonly Instrument[] {
  if (guide) return guide.about?.document ? [guide.about.document.instrument] : [];
  if (!study) return [];
  const all = study.documents.values().flatMap(({ document }) => (document?.kind === "instrument" ? [document.instrument] : []));
  const called = (document: string | undefined) => {
    const found = document === undefined ? undefined : study.documents.get(document)?.document;
    return found?.kind === "instrument" ? [found.instrument] : all;
  };
  if (top === "sampling") {
    const from = study.sampling.get(String(id))?.from;
    return called(from === undefined ? undefined : study.phases.get(from)?.document);
  }
  if (top !== "waves" || !study.waves) return all;
  const one = id === "at" ? study.waves.at.get(String(wave)) : undefined;
  return called(one ? documentOfWave(study.waves, one) : study.waves.document);
}

import { consensusRule, writtenConsensus } from "../delphi/consensusRule.ts";
import { firstRatingScale } from "../delphi/firstRatingScale.ts";
import { ruleInWords } from "../delphi/ruleInWords.ts";
import type { Delphi } from "../model/delphi.ts";
import type { Guide } from "../model/guide.ts";
import type { Instrument } from "../model/instrument.ts";
import type { Study } from "../model/study.ts";
import type { ChecklistItem, Found, FoundAt, Given } from "./checklist.ts";

export type Look = ChecklistItem["look"];

/** Only the paper can say it. */
export const prose =
  (why = "only the paper can say this"): Look =>
  () => ({ status: "prose", says: why });

/** A key of the author's own (`x-…`) may say it; else the paper must. */
export const noted =
  (key: string): Look =>
  (given) => {
    const found = given.field(key);
    return found
      ? { status: "met", says: `"${key}" says it`, at: found }
      : { status: "prose", says: `only the paper can say this; a key "${key}" may hold it` };
  };

/** A field of the format says it. */
export const written =
  (hint: string, ...paths: readonly string[]): Look =>
  (given) => {
    const found = given.field(...paths);
    return found ? { status: "met", says: `"${found.path.split(".").at(-1)}" says it`, at: found } : { status: "missing", says: hint };
  };

/** The first of these that does not leave it to the paper, or miss it. */
export const either =
  (...looks: readonly Look[]): Look =>
  (given) => {
    const all = looks.map((look) => look(given));
    return all.find(({ status }) => status === "met" || status === "computed") ?? all.at(-1) ?? { status: "prose", says: "" };
  };

export const delphiOf = ({ documents }: Given): Delphi | undefined => first(documents.map(({ analysis }) => analysis.delphi));
export const guideOf = ({ documents }: Given): Guide | undefined => first(documents.map(({ analysis }) => analysis.guide));
export const studyOf = ({ documents }: Given): Study | undefined => first(documents.map(({ analysis }) => analysis.study));
export const instrumentOf = ({ documents }: Given): Instrument | undefined =>
  documents.find(({ analysis }) => analysis.kind === "instrument")?.analysis.instrument;

function first<T>(all: readonly (T | undefined)[]): T | undefined {
  return all.find((one) => one !== undefined);
}

/** Something worked out from a Delphi study. */
export const ofDelphi =
  (look: (study: Delphi, given: Given) => Found): Look =>
  (given) => {
    const study = delphiOf(given);
    return study ? look(study, given) : { status: "missing", says: "no Delphi study was given" };
  };

export const ofGuide =
  (look: (guide: Guide, given: Given) => Found): Look =>
  (given) => {
    const guide = guideOf(given);
    return guide ? look(guide, given) : { status: "missing", says: "no topic guide was given" };
  };

export const ofInstrument =
  (look: (instrument: Instrument, given: Given) => Found): Look =>
  (given) => {
    const instrument = instrumentOf(given);
    return instrument && instrument.items.size > 0
      ? look(instrument, given)
      : { status: "missing", says: "no instrument with items was given" };
  };

export const computed = (says: string, at?: FoundAt): Found => ({ status: "computed", says, at });
export const missing = (says: string): Found => ({ status: "missing", says });

/** `2 groups`, `1 group`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The rule of consensus in a sentence, on the scale of the first statement. */
export function consensusSentence(study: Delphi): string | undefined {
  const scale = firstRatingScale(study);
  const rule = writtenConsensus(study, undefined);
  return scale && rule ? ruleInWords(consensusRule(study, rule, scale), scale) : undefined;
}

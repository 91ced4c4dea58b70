import type { Expression } from "../expression/expression.ts";
import type { Exact } from "../number/exact.ts";
import type { Instrument, Metadata, Named, Text } from "./instrument.ts";
import type { JoinedDocument } from "./joined.ts";
import type { TimeSpan } from "./timeSpan.ts";

/** A study that joins documents, as plain data. */
export interface Study {
  readonly id: string;
  readonly metadata: Metadata;
  readonly design?: string;
  readonly minimumService?: TimeSpan;
  readonly documents: Named<StudyDocument>;
  readonly phases: Named<Phase>;
  readonly sampling: Named<Sample>;
  readonly waves?: Waves;
  readonly linkage: Named<Linkage>;
  readonly consents: Named<Consent>;
}

export interface StudyDocument {
  readonly id: string;
  readonly path: string;
  /** Undefined where it cannot be read. */
  readonly document?: JoinedDocument;
}

export interface Phase {
  readonly id: string;
  readonly label?: Text;
  readonly document?: string;
  readonly after?: string;
}

/** Who of one phase is invited to another. */
export interface Sample {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly consent?: string;
  readonly eligible?: Expression;
  readonly target?: number;
  readonly reserve?: number;
  readonly varyBy: readonly Variation[];
}

/** Something in which the people chosen should differ: an item, or a score or an item with where it is cut. */
export interface Variation {
  readonly name: string;
  readonly kind: "item" | "score" | "item or score";
  readonly cut?: Cut;
}
export type Cut =
  | { readonly kind: "shares"; readonly parts: number; readonly word: string }
  | { readonly kind: "at"; readonly numbers: readonly Exact[] };

/** When the same people are asked again. */
export interface Waves {
  readonly anchor?: string;
  readonly document?: string;
  readonly at: Named<Wave>;
}

export interface Wave {
  readonly id: string;
  /** Where it is not that of all waves. */
  readonly document?: string;
  readonly after?: TimeSpan;
  /** How much earlier and later an answer still belongs to the wave. */
  readonly window?: readonly [TimeSpan, TimeSpan];
  /** Undefined: all. */
  readonly sections?: readonly string[];
}

export type Coarseness = "five_year_band" | "ten_year_band" | "year" | "month" | "region" | "country" | "drop";
export const COARSENESSES: readonly Coarseness[] = ["five_year_band", "ten_year_band", "year", "month", "region", "country", "drop"];

/** Other data that the answers are joined with. */
export interface Linkage {
  readonly id: string;
  readonly holder?: string;
  readonly key: readonly string[];
  readonly consent?: string;
  readonly remove: readonly string[];
  readonly coarsen: readonly { readonly name: string; readonly to: Coarseness }[];
  readonly smallestGroup?: number;
  readonly keepYears?: number;
}

export interface Consent {
  readonly id: string;
  readonly label?: Text;
  readonly kind?: "required" | "optional";
  readonly withdraw?: string;
}

/** The instrument that a document of the study is, where it could be read. */
export function instrumentOf({ documents }: Study, name: string | undefined): Instrument | undefined {
  const document = name === undefined ? undefined : documents.get(name)?.document;
  return document?.kind === "instrument" ? document.instrument : undefined;
}

/** The instrument of a phase. */
export const instrumentOfPhase = (study: Study, phase: string | undefined): Instrument | undefined =>
  phase === undefined ? undefined : instrumentOf(study, study.phases.get(phase)?.document);

/** The name of the document that a wave asks. */
export const documentOfWave = (waves: Waves, wave: Wave): string | undefined => wave.document ?? waves.document;

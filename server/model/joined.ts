import type { Delphi } from "./delphi.ts";
import type { Guide } from "./guide.ts";
import type { Instrument } from "./instrument.ts";

/** Another document that a guide or a study refers to, as far as it could be read. */
export interface JoinedDocument {
  readonly path: string;
  readonly kind: "instrument" | "delphi" | "guide" | "study" | undefined;
  /** Empty where it is no instrument. */
  readonly instrument: Instrument;
  readonly guide?: Guide;
  readonly delphi?: Delphi;
}

/** The documents that a file refers to, by the path as written. A path that cannot be read is not there. */
export type Joined = ReadonlyMap<string, JoinedDocument>;

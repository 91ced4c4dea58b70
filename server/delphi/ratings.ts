/** The ratings of a study as they came back, ready to be counted. */
export interface Ratings {
  /** Ids of the groups that ratings are counted in, in the order of the study. */
  readonly groups: readonly string[];
  readonly panellists: readonly Panellist[];
  readonly rounds: ReadonlyMap<number, RoundRatings>;
}

export interface Panellist {
  readonly id: string;
  /** Place among the groups; -1 where none is known. */
  readonly group: number;
}

export interface RoundRatings {
  /** For each panellist, 1 or 0. */
  readonly invited: Uint8Array;
  readonly returned: Uint8Array;
  /** For each statement that was asked, what each panellist gave: a place on the scale, one behind its points for a code of no rating, or `BLANK`. */
  readonly statements: ReadonlyMap<string, Int16Array>;
}

export const BLANK = -1;

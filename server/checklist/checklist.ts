import type { Analysis } from "../analysis/analysis.ts";
import type { StudyReport } from "../delphi/studyReport.ts";
import type { Range } from "../problem.ts";

/** A reporting guideline: what a paper should say, item by item, in our own words. */
export interface Checklist {
  readonly id: string;
  readonly title: string;
  /** The paper that holds the wording of the items. */
  readonly citation: string;
  /** Kinds of document that it can be held against. */
  readonly about: readonly Analysis["kind"][];
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  /** As the guideline numbers it. */
  readonly id: string;
  readonly section: string;
  readonly asks: string;
  readonly look: (given: Given) => Found;
}

/**
 * What the documents say of an item: a field says it (at its line), it was computed from several, a field could say it and none does, or only
 * the paper can say it.
 */
export type Found =
  | { readonly status: "met"; readonly says: string; readonly at: FoundAt }
  | { readonly status: "computed"; readonly says: string; readonly at?: FoundAt }
  | { readonly status: "missing" | "prose"; readonly says: string };

export interface FoundAt {
  readonly file: string;
  readonly range: Range;
}

/** A document that a checklist is held against. */
export interface GivenDocument {
  readonly file: string;
  readonly analysis: Analysis;
}

/** Everything that an item may look at. */
export interface Given {
  readonly documents: readonly GivenDocument[];
  /** What the ratings of the Delphi study say, where they were given. */
  readonly report?: StudyReport;
  /** The first field that was written under one of these keys, such as `panel.groups.*.target`; `*` stands for any key. */
  field(...paths: readonly string[]): (FoundAt & { readonly path: string }) | undefined;
  /** Every such field. */
  fields(path: string): readonly FoundAt[];
}

/** A checklist held against documents. */
export interface Answered {
  readonly checklist: Checklist;
  readonly items: readonly { readonly item: ChecklistItem; readonly found: Found }[];
}

/**
 * What our own client asks of the server beyond the Language Server Protocol: names, parameters and answers.
 * This file imports nothing but a number, so that the client can take the types without the server. Offsets are UTF-16 units from the start of the text.
 */
export const requests = {
  preview: "scalewright/preview",
  keepTest: "scalewright/keepTest",
  templates: "scalewright/templates",
  explain: "scalewright/explain",
  readFile: "scalewright/readFile",
  findFiles: "scalewright/findFiles",
  tests: "scalewright/tests",
  runTests: "scalewright/runTests",
  trace: "scalewright/trace",
  compare: "scalewright/compare",
  export: "scalewright/export",
  checked: "scalewright/checked",
} as const;

/** A long document is checked a little at a time; this is answered when all of it is, and its findings are told. */
export interface CheckedParams {
  readonly uri: string;
}

/** The version that is checked; null where the document is not open. */
export type CheckedResult = number | null;

/** What our client tells the server at the start, as its initialization options. */
export interface ServerOptions {
  /** The client answers `scalewright/readFile`: for workspaces that lie on no disk. */
  readonly readsFiles: boolean;
}

/** Asked of the client by the server. */
export interface ReadFileParams {
  readonly uri: string;
}

/** The text of the file, or null where there is none. */
export type ReadFileResult = string | null;

/** Asked of the client by the server, where it asks for files: the documents of a folder and of those below it. */
export interface FindFilesParams {
  readonly root: string;
}

/** Their URIs. */
export type FindFilesResult = readonly string[];

/**
 * How a document is shown. A questionnaire: as those who answer see it, with what a reviewer must judge, by its scores, or the way through it. A
 * Delphi study: as a panellist sees it, by its rule and decisions, or its rounds as a flow. A guide or a study: as a page to read, or what it covers.
 * A translation: beside its original.
 */
export type PreviewMode =
  | "participant"
  | "reviewer"
  | "scores"
  | "flow"
  | "panellist"
  | "consensus"
  | "guide"
  | "study"
  | "coverage"
  | "translation";

export interface PreviewParams {
  readonly uri: string;
  readonly mode: PreviewMode;
  /** The language to show; the document's own by default. */
  readonly language?: string;
  /** Asked for again, because something was not worked out yet: there is something to see, and more time. */
  readonly again?: boolean;
  /** The values of each control by its name, as a form gives them. Routing and scores are shown for these. */
  readonly filled?: Readonly<Record<string, readonly string[]>>;
  /** The page that is to show it. */
  readonly page?: PageShown;
}

/** A page, by a name that no other has, and the number of the answer that it shows: 0 where it shows none. */
export interface PageShown {
  readonly id: string;
  readonly shows: number;
}

/** What makes one text of another: so much of its beginning and of its end stays, and this stands in between. */
export interface Change {
  readonly head: number;
  readonly middle: string;
  readonly tail: number;
}

/** The body of a preview, or null where the document cannot be shown at all. */
export type PreviewResult = Preview | null;

export interface Preview {
  /**
   * What makes its markup of that of the answer which the page shows; of nothing where this is not known. Elements that come from the text carry
   * `data-at`, and an id where one can be kept from version to version.
   */
  readonly html: Change;
  /** The same for the places of these elements in the text, `DISTANCE LENGTH,…` in their order: how far each begins from the one before. */
  readonly places: Change;
  readonly number: number;
  /** False where something is not worked out yet, and is there when the preview is asked for again. */
  readonly whole: boolean;
  /** The version of the document that the places count in. */
  readonly version: number;
  /** The language of its texts, and whether it is written from right to left. */
  readonly language: string;
  readonly rightToLeft: boolean;
  /** The languages that the document can be shown in, its own first. */
  readonly languages: readonly string[];
  /** How it is shown, and the ways in which this kind of document can be shown. */
  readonly mode: PreviewMode;
  readonly modes: readonly PreviewMode[];
}

/** Answers of a preview, to be kept as a scoring test. Without a name it is asked what the test would say. */
export interface KeepTestParams {
  readonly uri: string;
  readonly filled: Readonly<Record<string, readonly string[]>>;
  readonly name?: string;
  /** What the person should score: `total: 17, total.band: moderate`. */
  readonly expect?: string;
}

/** A proposal, the edits that add the test to this version of the document, or why it cannot be added. */
export type KeepTestResult =
  | { readonly kind: "proposed"; readonly name: string; readonly expect: string }
  | { readonly kind: "edits"; readonly version: number; readonly edits: readonly { readonly range: LineRange; readonly newText: string }[] }
  | { readonly kind: "wrong"; readonly message: string };

/** A document to begin from; `scalewright/templates` takes no parameters and gives a list of them. */
export interface Template {
  /** The kind of document: `instrument`, `delphi`, `guide` … */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  /** `my-questionnaire.instrument.yaml` */
  readonly fileName: string;
  readonly text: string;
}

export interface ExplainParams {
  /** The code of a finding: `band-gap`. */
  readonly code: string;
}

/** The page of a finding in Markdown, or null where there is no such code. */
export type ExplainResult = { readonly markdown: string } | null;

/** A place in a document as the protocol has it, lines and characters from 0. */
export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The scoring tests of an instrument, open or not; null where it cannot be read. */
export interface TestsParams {
  readonly uri: string;
}

export type TestsResult = readonly { readonly id: string; readonly range: LineRange }[] | null;

export interface RunTestsParams {
  readonly uri: string;
  /** The tests to run; all of them by default. */
  readonly ids?: readonly string[];
}

export type RunTestsResult = {
  readonly tests: readonly TestResult[];
  readonly coverage: readonly CoverageResult[];
} | null;

export interface TestResult {
  readonly id: string;
  readonly range: LineRange;
  readonly passed: boolean;
  /** Why it could not be run, or not wholly. */
  readonly problems: readonly string[];
  readonly differences: readonly {
    readonly name: string;
    readonly expected: string;
    readonly actual: string;
    /** How the score came about, step by step. */
    readonly trace: string;
    readonly range: LineRange;
  }[];
}

/** A place, and what of it the tests that ran exercise: the edges of a band are two. */
export interface CoverageResult {
  readonly range: LineRange;
  readonly targets: readonly { readonly name: string; readonly covered: boolean }[];
}

/** How the scores that a test expects come about. */
export interface TraceParams {
  readonly uri: string;
  readonly id: string;
}

/** Lines of text; null where there is no such test. */
export type TraceResult = { readonly text: string } | null;

/** Two versions of a document, by their URIs. */
export interface CompareParams {
  readonly old: string;
  readonly now: string;
}

/** What differs and what that means, in Markdown; null where one of them cannot be read. */
export type CompareResult = { readonly markdown: string } | null;

/** An instrument as a document to print or to file. */
export interface ExportParams {
  readonly uri: string;
  /** `questionnaire`, `codebook`, `scoring-appendix` or `methods`. */
  readonly kind: string;
  readonly format: "html" | "md";
  /** The language of the instrument's words; its own by default. */
  readonly language?: string;
}

/** Null where such a document cannot be made of it. */
export type ExportResult = {
  readonly text: string;
  /** What is to be told of it, such as instructions that are in another language. */
  readonly remarks: readonly string[];
  /** The languages that it has words in, its own first. */
  readonly languages: readonly string[];
  /** Scores with errors, of which the document says less than it should. */
  readonly faulty: readonly string[];
} | null;

export { LARGEST } from "../analysis/largest.ts";

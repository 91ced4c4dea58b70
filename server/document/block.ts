import type { Language } from "../language/language.ts";

/** A stretch of text in one style and one language. A line break in it is kept. */
export interface Run {
  readonly text: string;
  readonly style?: "strong" | "emphasis" | "code";
  /** The language of a document's words, or of the tool's own. */
  readonly language: Language;
}

export type Runs = readonly Run[];

/** What a printed document is made of: the same for every format that it is written in. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly content: Runs }
  | { readonly kind: "paragraph"; readonly content: Runs; readonly role?: "note" | "help" | "signpost" }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Runs[] }
  /** What is said of one thing, each with its name. */
  | { readonly kind: "facts"; readonly facts: readonly { readonly name: Runs; readonly content: Runs }[] }
  | Table
  /** Answers to tick: one below the other, or in a row where they are short. */
  | { readonly kind: "boxes"; readonly across: boolean; readonly options: readonly BoxOption[] }
  /** Empty lines to write on; the words before and behind stand on the first one. */
  | { readonly kind: "writing"; readonly lines: number; readonly short: boolean; readonly before?: Runs; readonly after?: Runs }
  /** A line between two ends to put a mark on. */
  | { readonly kind: "scale"; readonly low: Runs; readonly high: Runs }
  /** Blocks that stay together on a page. */
  | { readonly kind: "together"; readonly blocks: readonly Block[] }
  | { readonly kind: "page" };

export interface BoxOption {
  readonly label: Runs;
  /** A line to write on behind it. */
  readonly writing: boolean;
}

export interface Table {
  readonly kind: "table";
  readonly caption: Runs;
  /** The heading above says what the caption would: only whoever does not see the table needs its name. */
  readonly isNamedAbove?: boolean;
  readonly head: readonly Runs[];
  /** The first cell of a row names it. A cell `box` is a box to tick, with the code beside it where codes are shown. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = Runs | { readonly box: Runs };

/** A whole document, ready to be written. */
export interface Sheet {
  readonly title: string;
  /** The language that it is in as a whole. */
  readonly language: Language;
  /** Which instrument, version and content it was made from, short enough for every page. */
  readonly stamp: string;
  /** The same in full, one line a file, for the end of the document. */
  readonly origin: readonly string[];
  /** The language of both. */
  readonly stampLanguage: Language;
  /** What whoever writes the document must be told, such as words that are in another language than the rest. */
  readonly remarks: readonly string[];
  readonly blocks: readonly Block[];
}

/** One place of a document: what may be written there, in the words of the schemas. Other nodes are named by their number in the table. */
export interface KeyNode {
  readonly title: string;
  readonly description: string;
  /** Set where the place is checked on its own: see `validatePart`. */
  readonly part?: string;
  /** Values as they are written on one line of YAML. */
  readonly examples?: readonly string[];
  readonly default?: string;
  /** What belongs here, in words that end the sentence `must be …`; without it the kinds say it. */
  readonly expected?: string;
  readonly kinds: readonly ValueKind[];
  /** The words of a closed list. */
  readonly words?: readonly Word[];
  /** What a name written here may stand for. */
  readonly references?: readonly Reference[];
  /** An id of its own: of a named thing, or of the document. */
  readonly id?: "name" | "document";
  /** Known keys, in the order of the reference. */
  readonly keys?: readonly (readonly [key: string, node: number])[];
  readonly required?: readonly string[];
  /** Groups of which one must be there: `[[["items"], ["value"]]]`. */
  readonly alternatives?: readonly (readonly (readonly string[])[])[];
  /** Key -> keys that it may not stand beside. */
  readonly excludes?: Readonly<Record<string, readonly string[]>>;
  /** What stands under a key that the author chooses. */
  readonly entries?: number;
  readonly entryKey?: EntryKey;
  /** What stands in a list. */
  readonly list?: number;
  /** Other words that people use for the key. */
  readonly synonyms?: readonly string[];
  /** Other words than those of the list: what is meant by them. Empty for a word that means something else, however near it looks. */
  readonly wordSynonyms?: Readonly<Record<string, string>>;
}

export type ValueKind = "text" | "name" | "word" | "formula" | "number" | "whole number" | "truth" | "list" | "map";

export interface Word {
  readonly word: string;
  readonly description: string;
}

/** What the author writes as a key: an id, a code, a span of items, the words that name a test. */
export interface EntryKey {
  readonly id?: "name" | "document";
  readonly kind?: "code" | "band" | "recode-row" | "test" | "round" | "finding" | "language";
  readonly references?: readonly Reference[];
  readonly expected?: string;
}

/** Things that are referred to by name. `span` is `a..b`, `score-property` is `total.band`. */
export type Reference =
  | "item"
  | "score"
  | "span"
  | "score-property"
  | "response"
  | "recode"
  | "table"
  | "section"
  | "statement"
  | "round"
  | "band"
  | "group"
  | "code"
  | "column"
  | "consent"
  | "audience"
  | "document"
  | "phase"
  | "path";

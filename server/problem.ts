/** A stretch of text in UTF-16 units, `end` not included. What it is counted from (a segment or the document) is said where it is used. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Error: cannot be shown, scored or decided as written. Warning: runs, and is probably not what was meant. Info: worth a reviewer's eye. */
export type Severity = "error" | "warning" | "info";

export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** A change that mends a problem. `safe` where it may be applied without thinking. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that explains a problem; `file` where it is another document than the problem's own. */
export interface Related {
  readonly message: string;
  readonly range: Range;
  readonly file?: string;
}

/** The one vocabulary of everything reported: by rules, by the reader, on data. Ranges are counted from the start of the document. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

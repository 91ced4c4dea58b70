/** Something that is not right with data, in words. Row and column are where it is; neither is there where the whole file is meant. */
export interface DataFinding {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** Name of the column. */
  readonly column?: string;
}

import type { Analysis } from "../../analysis/analysis.ts";

/** A document of the folders that are worked in: as it stands in the editor where it is open there. */
export interface WorkspaceDocument {
  readonly uri: string;
  readonly analysis: Analysis;
}

/** A stretch of one of them. */
export interface Found {
  readonly document: WorkspaceDocument;
  readonly range: { readonly start: number; readonly end: number };
}

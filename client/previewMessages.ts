import type { Change, Preview, PreviewMode } from "../server/lsp/requests.ts";

/** What a preview must remember to be the same after the window is reloaded: kept by the page itself. */
export interface PreviewState {
  readonly uri: string;
  readonly mode: PreviewMode;
  readonly language?: string;
  readonly filled: Readonly<Record<string, readonly string[]>>;
}

/** From the page of the preview to the extension. */
export type FromPage =
  | { readonly kind: "ready"; readonly state: PreviewState }
  | { readonly kind: "changed"; readonly state: PreviewState }
  | { readonly kind: "keep"; readonly state: PreviewState }
  | { readonly kind: "chosen"; readonly start: number; readonly end: number; readonly version: number; readonly focus: boolean };

/** A preview, and what it was asked for with. Its markup goes by itself, as what differs from the one before. */
export interface Shown {
  readonly preview: Omit<Preview, "html" | "places" | "number">;
  readonly state: PreviewState;
}

/** Where the cursor is in the text, and the version of the text that this counts in. */
export interface Cursor {
  readonly offset: number;
  readonly version: number;
}

/** From the extension to the page of the preview. */
export type ToPage =
  | { readonly kind: "show"; readonly shown: Shown; readonly html: Change; readonly places: Change; readonly cursor?: Cursor }
  | { readonly kind: "unavailable"; readonly message: string }
  | ({ readonly kind: "reveal" } & Cursor);

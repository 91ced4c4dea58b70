import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Analysis, Host } from "../analysis/analysis.ts";
import { Engine } from "../analysis/engine.ts";
import { textLength, wholeText } from "../syntax/segmentedText.ts";
import { toOffsets } from "./positions.ts";

/** A document that is open in the editor, with its newest version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
}

/** The open documents. Edits go straight into the segments of each; nothing reads a whole text. */
export class Documents {
  readonly #open = new Map<string, { version: number; engine: Engine }>();
  readonly #hostOf: (uri: string) => Host;

  constructor(hostOf: (uri: string) => Host) {
    this.#hostOf = hostOf;
  }

  open(uri: string, version: number, text: string): void {
    this.#open.set(uri, { version, engine: new Engine(text, this.#hostOf(uri)) });
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.#open.get(uri);
    if (!document) return;
    for (const change of changes) {
      if ("range" in change) document.engine.edit(toOffsets(document.engine.text, change.range), change.text);
      else replaceAll(document.engine, change.text);
    }
    document.version = version;
  }

  /** Reads the imports of all documents but the one that changed again. */
  refresh(changed?: string): void {
    for (const [uri, { engine }] of this.#open) if (uri !== changed) engine.refresh();
  }

  textOf(uri: string): string | undefined {
    const document = this.#open.get(uri);
    return document && wholeText(document.engine.text);
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    const document = this.#open.get(uri);
    return document && { uri, version: document.version, analysis: document.engine.soFar };
  }

  /** Checks a document until `isTime` says that it is enough; whether nothing of it waits any more. */
  advance(uri: string, isTime?: () => boolean): boolean {
    return this.#open.get(uri)?.engine.advance(isTime) ?? true;
  }

  uris(): readonly string[] {
    return [...this.#open.keys()];
  }
}

/** A whole new text as the one edit that makes it of the old. */
function replaceAll(engine: Engine, text: string): void {
  const old = wholeText(engine.text);
  let start = 0;
  while (start < old.length && start < text.length && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < old.length - start &&
    same < text.length - start &&
    old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same)
  )
    same++;
  engine.edit({ start, end: textLength(engine.text) - same }, text.slice(start, text.length - same));
}

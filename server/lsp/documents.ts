import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis, Host } from "../analysis/analysis.ts";
import { Engine } from "../analysis/engine.ts";
import { LARGEST } from "../analysis/largest.ts";
import { textLength, wholeText } from "../syntax/segmentedText.ts";
import { toOffsets } from "./positions.ts";

/** A document that is open in the editor, with its newest version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
}

/** A document that has too many characters to be analysed. */
export interface LargeDocument {
  readonly version: number;
  readonly length: number;
  readonly firstLine: string;
}

/** One that is too large is kept as its text alone, so that it can be analysed again when it has shrunk. */
type Kept = { version: number; engine: Engine } | { version: number; large: TextDocument };

/** The open documents. Edits go straight into the segments of each; nothing reads a whole text. */
export class Documents {
  readonly #open = new Map<string, Kept>();
  readonly #hostOf: (uri: string) => Host;

  constructor(hostOf: (uri: string) => Host) {
    this.#hostOf = hostOf;
  }

  open(uri: string, version: number, text: string): void {
    this.#open.set(uri, text.length > LARGEST ? { version, large: asText(uri, text) } : { version, engine: this.#engine(uri, text) });
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    let document = this.#open.get(uri);
    if (!document) return;
    for (const change of changes) {
      // One that grows too large is never analysed as such: the edit goes into its text.
      if ("engine" in document && lengthAfter(document.engine, change) > LARGEST)
        document = { version, large: asText(uri, wholeText(document.engine.text)) };
      if ("large" in document) TextDocument.update(document.large, [change], version);
      else if ("range" in change) document.engine.edit(toOffsets(document.engine.text, change.range), change.text);
      else replaceAll(document.engine, change.text);
    }
    if ("large" in document) {
      const text = document.large.getText();
      if (text.length <= LARGEST) document = { version, engine: this.#engine(uri, text) };
    }
    document.version = version;
    this.#open.set(uri, document);
  }

  /** Reads the imports of all documents but the one that changed again. */
  refresh(changed?: string): void {
    for (const [uri, document] of this.#open) if (uri !== changed && "engine" in document) document.engine.refresh();
  }

  textOf(uri: string): string | undefined {
    const document = this.#open.get(uri);
    if (!document) return undefined;
    return "large" in document ? document.large.getText() : wholeText(document.engine.text);
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    const document = this.#open.get(uri);
    return document && "engine" in document ? { uri, version: document.version, analysis: document.engine.soFar } : undefined;
  }

  /** A document that is not yet read, as far as something of it can be read alone; undefined where it is read. */
  unread(uri: string): OpenDocument | undefined {
    const document = this.#open.get(uri);
    const analysis = document && "engine" in document ? document.engine.unread : undefined;
    return document && analysis && { uri, version: document.version, analysis };
  }

  /** Reads a document until `isTime` says that it is enough; whether all of it is read. */
  read(uri: string, isTime: () => boolean): boolean {
    const document = this.#open.get(uri);
    return document && "engine" in document ? document.engine.read(isTime) : true;
  }

  /** What is found for certain in a document that is not yet read to its end; undefined where it is. */
  beginning(uri: string): Engine["beginning"] {
    const document = this.#open.get(uri);
    return document && "engine" in document ? document.engine.beginning : undefined;
  }

  version(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  /** What is said of a document instead of its findings. */
  large(uri: string): LargeDocument | undefined {
    const document = this.#open.get(uri);
    if (!document || !("large" in document)) return undefined;
    const text = document.large.getText();
    return { version: document.version, length: text.length, firstLine: /^[^\r\n]*/.exec(text)?.[0] ?? "" };
  }

  /** Checks a document until `isTime` says that it is enough; whether nothing of it waits any more. */
  advance(uri: string, isTime?: () => boolean): boolean {
    const document = this.#open.get(uri);
    return document && "engine" in document ? document.engine.advance(isTime) : true;
  }

  uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  #engine(uri: string, text: string): Engine {
    return new Engine(text, this.#hostOf(uri));
  }
}

const asText = (uri: string, text: string): TextDocument => TextDocument.create(uri, "scalewright", 0, text);

function lengthAfter({ text }: Engine, change: TextDocumentContentChangeEvent): number {
  if (!("range" in change)) return change.text.length;
  const { start, end } = toOffsets(text, change.range);
  return textLength(text) - (end - start) + change.text.length;
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

const HEADER_END = "\r\n\r\n";
/** A header is some forty characters; what goes on without an end is none. */
const LONGEST_HEADER = 10_000;

/** A message as the base protocol of the Language Server Protocol wants it: the number of its bytes, and its JSON. A long one is in pieces. */
export function framed(message: unknown): string | readonly Buffer[] {
  const { result, ...rest } = (message ?? {}) as { readonly result?: unknown };
  const write = typeof result === "object" && result !== null ? WRITERS.get(result) : undefined;
  if (!write) {
    const text = JSON.stringify(message);
    return headerOf(Buffer.byteLength(text)) + text;
  }
  const pieces = [Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"result":`), ...write(), Buffer.from("}")];
  return [Buffer.from(headerOf(pieces.reduce((sum, { length }) => sum + length, 0))), ...pieces];
}

const headerOf = (length: number): string => `Content-Length: ${length}${HEADER_END}`;

const WRITERS = new WeakMap<object, () => readonly Buffer[]>();

/**
 * Lets an answer be written as JSON by whoever made it and has most of its bytes from the answer before: to write a long one costs more than to
 * make it. Where messages are not sent as text it goes as it is.
 */
export function writtenBy<T extends object>(result: T, write: () => readonly Buffer[]): T {
  WRITERS.set(result, write);
  return result;
}

/** Takes the bytes of such messages as they come, in pieces of any size, and gives each message when all of it is there. */
export class FrameReader {
  readonly #give: (message: unknown) => void;
  readonly #fail: (error: Error) => void;
  #chunks: Buffer[] = [];
  #length = 0;
  /** The number of bytes of the message whose header was read. */
  #wanted: number | undefined;

  constructor(give: (message: unknown) => void, fail: (error: Error) => void) {
    this.#give = give;
    this.#fail = fail;
  }

  take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    for (;;) {
      if (this.#wanted === undefined && !this.#readHeader()) return;
      if (this.#wanted === undefined) continue;
      if (this.#length < this.#wanted) return;
      const body = this.#cut(this.#wanted);
      this.#wanted = undefined;
      this.#read(body);
    }
  }

  /** Whether a header was there, fit for use or not. */
  #readHeader(): boolean {
    const bytes = this.#joined();
    const end = bytes.indexOf(HEADER_END);
    if (end < 0) {
      if (bytes.length > LONGEST_HEADER) {
        this.#cut(bytes.length);
        this.#fail(new Error("a message has no header"));
      }
      return false;
    }
    const header = this.#cut(end + HEADER_END.length).toString("latin1");
    const length = /^content-length:[ \t]*(\d+)[ \t]*\r?$/im.exec(header)?.[1];
    if (length === undefined) this.#fail(new Error(`the header of a message does not say how long it is: ${JSON.stringify(header)}`));
    else this.#wanted = Number(length);
    return true;
  }

  #read(body: Buffer): void {
    let message: unknown;
    try {
      message = JSON.parse(body.toString("utf8"));
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    this.#give(message);
  }

  /** Takes so many bytes away from the beginning. */
  #cut(length: number): Buffer {
    const bytes = this.#joined();
    const rest = bytes.subarray(length);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    return bytes.subarray(0, length);
  }

  #joined(): Buffer {
    const [only] = this.#chunks;
    if (only !== undefined && this.#chunks.length === 1) return only;
    const all = Buffer.concat(this.#chunks, this.#length);
    this.#chunks = [all];
    return all;
  }
}

import type { Problem, Range } from "../problem.ts";
import { type Token, tokenise } from "./tokens.ts";

/** From offsets in the formula to offsets in the document. */
export type Locate = (from: number, to: number) => Range;

/** A mend in offsets of the formula's own text. */
export interface Change {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly from: number; readonly to: number; readonly newText: string }[];
}

/** Where the parser stands in the tokens of a formula, and what it has to report. */
export class Cursor {
  readonly text: string;
  readonly locate: Locate;
  readonly problems: Problem[] = [];
  readonly #tokens: readonly Token[];
  #index = 0;
  /** Set at the first problem of structure: what follows from it is not reported again. */
  #lost = false;

  constructor(text: string, locate: Locate) {
    this.text = text;
    this.locate = locate;
    const { tokens, flaws } = tokenise(text);
    this.#tokens = tokens;
    for (const { start, end, message, mend } of flaws) this.note(start, end, message, mend);
  }

  get lost(): boolean {
    return this.#lost;
  }

  /** The token that stands next, or one further on; the end stands after the last one for ever. */
  peek(ahead = 0): Token {
    const last = this.#tokens.length - 1;
    return this.#tokens[Math.min(this.#index + ahead, last)] ?? { kind: "end", text: "", start: this.text.length, end: this.text.length };
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.#index++;
    return token;
  }

  /** The token before the next one; undefined at the start. */
  previous(): Token | undefined {
    return this.#tokens[this.#index - 1];
  }

  at(kind: "symbol" | "keyword" | "word", text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === kind && token.text === text;
  }

  toEnd(): void {
    this.#index = this.#tokens.length - 1;
  }

  slice(from: number, to: number): string {
    return this.text.slice(from, to);
  }

  /** A problem of spelling: the formula is read on as it was meant. */
  note(from: number, to: number, message: string, change?: Change): void {
    const fixes = change === undefined ? [] : [{ ...change, edits: change.edits.map((edit) => this.#edit(edit)) }];
    this.problems.push({ code: "formula-syntax", severity: "error", message, range: this.locate(from, to), related: [], fixes });
  }

  /** A problem of structure: only the first of a formula is reported, and it says more than one of spelling in the same place. */
  report(from: number, to: number, message: string, change?: Change): void {
    if (this.#lost) return;
    const { start, end } = this.locate(from, to);
    const same = this.problems.findIndex(({ range }) => range.start === start && range.end === end);
    if (same >= 0) this.problems.splice(same, 1);
    this.note(from, to, message, change);
    this.#lost = true;
  }

  #edit({ from, to, newText }: Change["edits"][number]) {
    return { range: this.locate(from, to), newText };
  }
}

/** A mend that puts one text in the place of another. */
export function replace(title: string, safe: boolean, from: number, to: number, newText: string): Change {
  return { title, safe, edits: [{ from, to, newText }] };
}

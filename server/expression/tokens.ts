import { foreignSymbol } from "./foreign.ts";

export type TokenKind = "number" | "text" | "word" | "keyword" | "time" | "date" | "symbol" | "unknown" | "end";

/** One piece of a formula; offsets are counted in the formula's own text. */
export interface Token {
  readonly kind: TokenKind;
  /** What it means: of a symbol or keyword of another language the one of ours, of a text the characters inside the quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Something in the spelling of one token that an author should change; the token is read as it was meant. */
export interface Flaw {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly mend?: Mend;
}

/** Another text for the whole token. */
interface Mend {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly [{ readonly from: number; readonly to: number; readonly newText: string }];
}

/** Words that mean something by themselves and so may not be ids. */
export const KEYWORDS: ReadonlySet<string> = new Set(["and", "or", "not", "in", "between", "mod", "true", "false", "missing"]);

/** Cuts a formula into tokens; never fails. The last token is of kind `end`. */
export function tokenise(text: string): { readonly tokens: readonly Token[]; readonly flaws: readonly Flaw[] } {
  const tokens: Token[] = [];
  const flaws: Flaw[] = [];
  let at = 0;
  for (;;) {
    at = after(SPACE, text, at);
    if (at >= text.length) break;
    const token = next(text, at, flaws);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return { tokens, flaws };
}

const SPACE = /[\s\u200b\u2060]*/y;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const TIME = /\d{1,2}:\d{2}(?!\d)/y;
const DATE = /\d{4}-\d{2}-\d{2}(?!\d)/y;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,3}(?![\p{L}\p{N}_]))?(?:%(?=\s*(?:$|[),\]])))?/uy;
const SYMBOL = /\.\.|==|!=|<=|>=|[-+*/^()[\],.<>=:]/y;
const FOREIGN_SYMBOL = /\.\.\.|…|===|!==|<>|=<|=>|&&|\|\||\*\*|!(?!=)|[&|≤≥≠×·÷−–—;%]/y;
const OPENING_QUOTES = "\"'“”„‟«»‘’‚`";

function next(text: string, start: number, flaws: Flaw[]): Token {
  const word = wordEnd(text, start);
  if (word > start) return wordToken(text, start, word, flaws);
  const digits = plainEnd(text, start, isDigit);
  if (digits > start && !(digits < text.length && AFTER_DIGITS.includes(text[digits] ?? "")))
    return literal("number", text, start, digits, flaws);
  const first = text[start] ?? "";
  if (OPENING_QUOTES.includes(first)) return quoted(text, start, flaws);
  const foreign = after(FOREIGN_SYMBOL, text, start);
  if (foreign > start) return foreignToken(text, start, foreign, flaws);
  if (!text.startsWith("..", start)) {
    for (const [kind, pattern] of LITERALS) {
      const end = after(pattern, text, start);
      if (end > start) return literal(kind, text, start, end, flaws);
    }
  }
  const symbol = after(SYMBOL, text, start);
  if (symbol > start) return { kind: "symbol", text: text.slice(start, symbol), start, end: symbol };
  const end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  return { kind: "unknown", text: text.slice(start, end), start, end };
}

const LITERALS = [
  ["date", DATE],
  ["time", TIME],
  ["number", NUMBER],
] as const;

/** Where a word ends that begins at an offset. The pattern for letters of all scripts takes longest of all to be made ready, and few need it. */
function wordEnd(text: string, start: number): number {
  if (isDigit(text.charCodeAt(start))) return start;
  const end = plainEnd(text, start, isWordCharacter);
  return text.charCodeAt(end) > LAST_OF_ASCII ? after(WORD, text, start) : end;
}

function plainEnd(text: string, start: number, isOne: (code: number) => boolean): number {
  let end = start;
  while (isOne(text.charCodeAt(end))) end++;
  return end;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Letters from `A` to `z`, digits and the underscore. */
const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || isDigit(code) || code === 95 || (code >= 65 && code <= 90);

const LAST_OF_ASCII = 127;

/** What makes of digits something else than a whole number. */
const AFTER_DIGITS = "-:.eE%";

/** Where a sticky pattern that is tried at an offset ends; the offset itself where it does not match. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function wordToken(text: string, start: number, end: number, flaws: Flaw[]): Token {
  const word = text.slice(start, end);
  if (KEYWORDS.has(word)) return { kind: "keyword", text: word, start, end };
  const small = word.toLowerCase();
  // Ids are written in small letters, so `AND` cannot be a name.
  if (small !== word && KEYWORDS.has(small)) {
    flaws.push({ start, end, message: `write "${small}" in small letters`, mend: instead(start, end, small, true) });
    return { kind: "keyword", text: small, start, end };
  }
  return { kind: "word", text: word, start, end };
}

function literal(kind: "date" | "time" | "number", text: string, start: number, end: number, flaws: Flaw[]): Token {
  const written = text.slice(start, end);
  if (kind === "date") {
    flaws.push({
      start,
      end,
      message: `a date stands in quotation marks: "${written}"; without them the numbers are subtracted`,
      mend: instead(start, end, `"${written}"`, true),
    });
  } else if (kind === "time") {
    const [hours = 0, minutes = 0] = written.split(":").map(Number);
    if (hours > 23 || minutes > 59) flaws.push({ start, end, message: `"${written}" is no time of day: they run from 00:00 to 23:59` });
  } else if (written.endsWith("%")) {
    flaws.push({
      start,
      end,
      message: `there is no percent sign in a formula: write the share as a number, or need="${written}" in quotation marks`,
    });
    return { kind, text: written.slice(0, -1), start, end };
  } else if (/^0\d/.test(written)) {
    const short = written.replace(/^0+(?=\d)/, "");
    flaws.push({
      start,
      end,
      message: `a number does not begin with 0: write ${short}, or "${written}" in quotation marks for the code`,
      mend: instead(start, end, short, false),
    });
  }
  return { kind, text: written, start, end };
}

/** A text in quotation marks of any kind. Only `"` is ours: the others are read the same and reported. */
function quoted(text: string, start: number, flaws: Flaw[]): Token {
  const opening = text[start] ?? "";
  const closing = CLOSING_QUOTES[opening] ?? '"';
  const first = untilClosed(text, start, closing);
  // A word processor may have turned only the second mark: "yes”.
  const { value, end, closed } = opening === '"' && !first.closed ? untilClosed(text, start, "”“") : first;
  if (!closed) {
    flaws.push({ start, end: first.end, message: 'this text is not closed: a quotation mark " is missing at its end' });
    return { kind: "text", text: first.value, start, end: first.end };
  }
  if (opening !== '"' || text[end - 1] !== '"') {
    flaws.push({ start, end, message: 'use the straight quotation mark " around text', mend: instead(start, end, quote(value), true) });
  }
  return { kind: "text", text: value, start, end };
}

/** The characters from an opening mark to the next closing one, or to the end. A backslash stands before a mark that belongs to the text. */
function untilClosed(
  text: string,
  start: number,
  closing: string,
): { readonly value: string; readonly end: number; readonly closed: boolean } {
  let value = "";
  let at = start + 1;
  while (at < text.length && !closing.includes(text[at] ?? "")) {
    if (text[at] === "\\" && (text[at + 1] === '"' || text[at + 1] === "\\")) at++;
    value += text[at] ?? "";
    at++;
  }
  const closed = at < text.length;
  return { value, end: closed ? at + 1 : text.length, closed };
}

const CLOSING_QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "`": "`´'",
  "“": '”“"',
  "”": '”"',
  "„": '“”"',
  "‟": '”"',
  "«": "»",
  "»": "«",
  "‘": "’‘'",
  "’": "’'",
  "‚": "‘’'",
};

/** A text as a formula writes it. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function foreignToken(text: string, start: number, end: number, flaws: Flaw[]): Token {
  const written = text.slice(start, end);
  const meant = foreignSymbol(written);
  // A word in the place of a sign must not grow together with its neighbours.
  const isWord = KEYWORDS.has(meant.text);
  const left = isWord && /[\p{L}\p{M}\p{N}_]$/u.test(text.slice(0, start)) ? " " : "";
  const right = isWord && /^[\p{L}\p{M}\p{N}_.]/u.test(text.slice(end)) ? " " : "";
  flaws.push({ start, end, message: meant.message, mend: instead(start, end, left + meant.text + right, meant.safe) });
  return { kind: isWord ? "keyword" : "symbol", text: meant.text, start, end };
}

function instead(from: number, to: number, newText: string, safe: boolean): Mend {
  return { title: `Write ${newText.trim()}`, safe, edits: [{ from, to, newText }] };
}

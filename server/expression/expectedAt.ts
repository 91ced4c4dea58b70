import type { Range } from "../problem.ts";
import { ARGUMENT_NAMES } from "./argumentNames.ts";
import { foreignWord } from "./foreign.ts";
import { type Token, tokenise } from "./tokens.ts";

/** What may stand at one place of a formula that is being typed: for completion and signature help. Offsets are those of the formula's text. */
export interface Expectation {
  /** The word, number or text that is being typed, up to its end; empty where nothing has been typed yet. */
  readonly replace: Range;
  /** What of it stands before the offset. */
  readonly typed: string;
  /** A value: names, functions, literals, `not`. */
  readonly value: boolean;
  /** An operator, because a value is complete. */
  readonly operator: boolean;
  /** A unit of time, because a number is. */
  readonly unit: boolean;
  /** Inside quotation marks: only the characters of a text or a code. `replace` is what is between the marks. */
  readonly inText: boolean;
  /** After `total.`: what belongs to the score. */
  readonly propertyOf?: string;
  /** After `phq1..`: the last name of the span. */
  readonly spanFrom?: string;
  /** What is compared here, so that its codes may stand: `leave_past == `, `total.band in [`, `selected(reasons, `. */
  readonly compared?: { readonly id: string; readonly property?: string };
  /** The innermost call around the place. */
  readonly call?: ExpectedCall;
}

export interface ExpectedCall {
  readonly function: string;
  /** Where the function's name stands. */
  readonly at: Range;
  /** Place of the argument, from 0, named ones counted too. */
  readonly argument: number;
  /** The named argument whose value stands here. */
  readonly name?: string;
  /** Named arguments that the call has, this place left out. */
  readonly used: readonly string[];
  /** A named argument may begin here. */
  readonly mayName: boolean;
}

/** Says what may stand at an offset, from 0 to the length of the text. Text of any kind gives an answer: what is half typed is the rule here. */
export function expectedAt(text: string, offset: number): Expectation {
  const { tokens } = tokenise(text);
  const typed = tokens.find((token) => token.kind !== "end" && token.start < offset && offset <= token.end && isTyped(token, text, offset));
  const start = typed?.start ?? offset;
  const before = tokens.filter((token) => token.kind !== "end" && token.end <= start && token !== typed);
  const last = before.at(-1);
  const inText = typed?.kind === "text";
  const common = { replace: rangeOf(typed, text, offset), typed: text.slice(inText ? start + 1 : start, offset), inText };
  const dotted = propertyOwner(before, start);
  if (dotted !== undefined) return { ...common, value: false, operator: false, unit: false, propertyOf: dotted };
  const call = callAround(before, tokens);
  const compared = call?.name !== undefined && ARGUMENT_NAMES.has(call.name) ? undefined : comparedBy(before);
  const around = { ...(call !== undefined && { call }), ...(compared !== undefined && { compared }) };
  if (last?.text === ".." && last.kind === "symbol") {
    const from = before.at(-2);
    return { ...common, value: false, operator: false, unit: false, ...around, ...(from?.kind === "word" && { spanFrom: from.text }) };
  }
  const complete = last !== undefined && endsValue(last);
  return { ...common, value: !complete && !inText, operator: complete && !inText, unit: complete && last.kind === "number", ...around };
}

/** True of a token that the author is still writing when the cursor stands in it or right behind it. */
function isTyped(token: Token, text: string, offset: number): boolean {
  if (token.kind === "text") return offset < token.end || !isClosed(token, text);
  return token.kind === "word" || token.kind === "keyword" || token.kind === "number" || token.kind === "time" || token.kind === "date";
}

function isClosed({ start, end }: Token, text: string): boolean {
  return end - start > 1 && /["'”’»`“‘«]/.test(text[end - 1] ?? "");
}

function rangeOf(typed: Token | undefined, text: string, offset: number): Range {
  if (typed === undefined) return { start: offset, end: offset };
  if (typed.kind !== "text") return { start: typed.start, end: typed.end };
  return { start: typed.start + 1, end: isClosed(typed, text) ? typed.end - 1 : typed.end };
}

/** `total` before `.` and, perhaps, the first letters of a property. */
function propertyOwner(before: readonly Token[], start: number): string | undefined {
  const [owner, dot] = [before.at(-2), before.at(-1)];
  if (dot?.kind !== "symbol" || dot.text !== "." || dot.end !== start) return undefined;
  return owner?.kind === "word" && owner.end === dot.start ? owner.text : undefined;
}

function endsValue({ kind, text }: Token): boolean {
  if (kind === "keyword") return text === "true" || text === "false" || text === "missing";
  if (kind === "symbol") return text === ")" || text === "]";
  // `x is 3`, `x eq 3`: a word of another language in the place of an operator is one.
  return kind !== "word" || (text !== "is" && foreignWord(text) === undefined);
}

/** The call whose bracket is open, with the commas passed since. */
function callAround(before: readonly Token[], tokens: readonly Token[], direct = true): ExpectedCall | undefined {
  const open = openBracket(before);
  if (open === undefined) return undefined;
  const name = before[open.index - 1];
  // Inside other brackets of an argument the call goes on around them.
  if (before[open.index]?.text === "[" || name === undefined || !isCallName(name)) {
    return callAround(before.slice(0, open.index), tokens, false);
  }
  const [word, sign] = [before.at(-2), before.at(-1)];
  const named = sign?.text === "=" && sign.kind === "symbol" && word?.kind === "word" ? word.text : undefined;
  return {
    function: name.text,
    at: { start: name.start, end: name.end },
    argument: open.commas,
    ...(named !== undefined && { name: named }),
    used: usedNames(tokens, name, named === undefined ? undefined : word),
    mayName: direct && (sign === before[open.index] || sign?.text === ","),
  };
}

function isCallName({ kind, text }: Token): boolean {
  return kind === "word" || (kind === "keyword" && text === "missing");
}

/** The last bracket that is not closed again, and how many commas of its own follow it. */
function openBracket(before: readonly Token[]): { readonly index: number; readonly commas: number } | undefined {
  let level = 0;
  let commas = 0;
  for (let index = before.length - 1; index >= 0; index--) {
    const { kind, text } = before[index] ?? { kind: "end", text: "" };
    if (kind !== "symbol") continue;
    if (text === ")" || text === "]") level++;
    else if ((text === "(" || text === "[") && level > 0) level--;
    else if (text === "(" || text === "[") return { index, commas };
    else if (text === "," && level === 0) commas++;
  }
  return undefined;
}

/** The named arguments of a call, wherever in it they stand. */
function usedNames(tokens: readonly Token[], name: Token, except: Token | undefined): readonly string[] {
  const used: string[] = [];
  let level = 0;
  for (let index = tokens.indexOf(name) + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "symbol" && (token.text === "(" || token.text === "[")) level++;
    if (token.kind === "symbol" && (token.text === ")" || token.text === "]") && --level === 0) break;
    const sign = tokens[index + 1];
    if (level === 1 && token !== except && token.kind === "word" && sign?.kind === "symbol" && sign.text === "=") used.push(token.text);
  }
  return used;
}

/** The name whose codes may stand after these tokens. */
function comparedBy(before: readonly Token[]): Expectation["compared"] {
  const last = before.at(-1);
  if (last === undefined) return undefined;
  if ((last.kind === "symbol" && (last.text === "==" || last.text === "!=" || last.text === "=")) || last.text === "is") {
    return nameBefore(before, before.length - 1);
  }
  const open = openBracket(before);
  if (open === undefined || (last.text !== "," && last !== before[open.index])) return undefined;
  const opener = before[open.index - 1];
  if (opener?.kind === "keyword" && opener.text === "in") return nameBefore(before, open.index - 1);
  if (opener?.kind !== "word" || opener.text !== "selected" || open.commas !== 1) return undefined;
  return nameBefore(before, before.length - 1);
}

/** The name, or the last name of a span, that ends right before a token; of `x not in [` the one before `not`. */
function nameBefore(tokens: readonly Token[], end: number): Expectation["compared"] {
  const at = tokens[end - 1]?.text === "not" ? end - 2 : end - 1;
  const word = tokens[at];
  if (word?.kind !== "word") return undefined;
  const [owner, dot] = [tokens[at - 2], tokens[at - 1]];
  if (dot?.text === "." && dot.kind === "symbol" && owner?.kind === "word") return { id: owner.text, property: word.text };
  return { id: word.text };
}

import { ARGUMENT_NAMES } from "./argumentNames.ts";
import { type Cursor, replace } from "./cursor.ts";
import { foreignPhrase } from "./foreign.ts";
import { faulty, type Part } from "./parts.ts";
import type { Token } from "./tokens.ts";

/** Reports what stands next where an operator or the end of the formula was expected. */
export function reportUnexpected(cursor: Cursor): void {
  const token = cursor.peek();
  const before = cursor.previous();
  const { start, end } = token;
  const written = cursor.slice(start, end);
  if (token.kind === "unknown") {
    cursor.report(
      start,
      end,
      written === "?"
        ? "write if(condition, value, otherwise)"
        : `"${visible(written)}" means nothing in a formula${hintAfter(cursor, token)}`,
    );
  } else if (token.kind === "symbol" && (token.text === ")" || token.text === "]")) {
    cursor.report(start, end, `this "${written}" closes no bracket`, replace(`Remove "${written}"`, false, start, end, ""));
  } else if (token.kind === "symbol" && token.text === ",") {
    const after = cursor.peek(1);
    if (before?.kind === "number" && after.kind === "number" && before.end === start && after.start === end) {
      const decimal = `${cursor.slice(before.start, start)}.${cursor.slice(after.start, after.end)}`;
      cursor.report(
        before.start,
        after.end,
        `write decimals with a point: ${decimal}`,
        replace(`Write ${decimal}`, false, start, end, "."),
      );
    } else cursor.report(start, end, `"${written}" stands only between the arguments of a function or the members of a list`);
  } else if (token.kind === "symbol" && token.text !== "(" && token.text !== "[") {
    cursor.report(start, end, `"${written}" has no place here`);
  } else if (before?.kind === "word" && before.text === "if") {
    cursor.report(before.start, before.end, "write if(condition, value, otherwise)");
  } else if (/^(?:then|else)$/i.test(token.text)) {
    cursor.report(start, end, "write if(condition, value, otherwise)");
  } else if (before !== undefined && foreignPhrase(written, ...around(cursor, before)) !== undefined) {
    cursor.report(start, end, foreignPhrase(written, ...around(cursor, before)) ?? "");
  } else if (before?.text === ")" && ARGUMENT_NAMES.has(written) && cursor.at("symbol", "=", 1)) {
    cursor.report(start, end, `"${written}=" belongs inside the round brackets, after a comma`);
  } else {
    const left = before === undefined ? "" : named(cursor, before);
    const times = before?.kind === "number" && token.kind !== "number" && token.kind !== "text";
    const hint = times ? `; to multiply write ${cursor.slice(before.start, before.end)} * ${written}` : "";
    cursor.report(start, end, `an operator is missing between ${left} and ${named(cursor, token)}${hint}`);
  }
}

/** What follows the word that stands next, and what stands before it. */
function around(cursor: Cursor, before: Token): [after: string, left: string] {
  const after = cursor.peek(1);
  return [cursor.slice(after.start, after.end), cursor.slice(before.start, before.end)];
}

/** Of a sign that marks names elsewhere, or begins a list: `$item`, `{item}`, `in {1, 2}`. */
function hintAfter(cursor: Cursor, { end }: Token): string {
  const after = cursor.peek(1);
  if (after.kind === "word" && after.start === end) return `: write ${cursor.slice(after.start, after.end)} by itself`;
  return cursor.previous()?.text === "in" ? ': "in" takes a list in square brackets' : "";
}

/** Reports that a value was expected where something else stands. Reads nothing. */
export function missingValue(cursor: Cursor): Part {
  const token = cursor.peek();
  const before = cursor.previous();
  const written = cursor.slice(token.start, token.end);
  if (token.kind === "unknown") {
    reportUnexpected(cursor);
    cursor.next();
    return faulty(cursor, token.start);
  }
  if (before === undefined) {
    if (token.kind === "end") cursor.report(0, cursor.text.length, "a formula is missing");
    else if (token.text === ")" || token.text === "]" || token.text === ",") reportUnexpected(cursor);
    else cursor.report(token.start, token.end, `before "${written}" a value is missing`);
    return faulty(cursor, token.start);
  }
  const left = cursor.slice(before.start, before.end);
  if (before.kind === "symbol" && (before.text === "(" || before.text === "[")) {
    if (token.kind === "end") cursor.report(before.start, before.end, `this "${left}" is not closed, and nothing stands in it`);
    else if (/^[)\],]$/.test(token.text)) cursor.report(before.start, token.end, `a value is missing between "${left}" and "${written}"`);
    else cursor.report(token.start, token.end, `before "${written}" a value is missing`);
  } else if (before.text === "," && (token.text === ")" || token.text === "]")) {
    const mend = replace("Remove the comma", false, before.start, before.end, "");
    cursor.report(before.start, before.end, "after the last comma a value is missing", mend);
  } else if (token.kind === "symbol" && (token.text === "=" || token.text === "==") && /^(?:[=<>]|[<>]=)$/.test(before.text)) {
    cursor.report(before.start, token.end, `"${cursor.slice(before.start, token.end)}" is no comparison; known are == != < <= > >=`);
    cursor.next();
  } else cursor.report(before.start, before.end, `after "${left}" a value is missing`);
  return faulty(cursor, before.end);
}

/** A token in quotation marks; a text has its own. */
function named(cursor: Cursor, { kind, start, end }: Token): string {
  const written = cursor.slice(start, end);
  return kind === "text" ? written : `"${written}"`;
}

/** A character as it can be read in a message: an invisible one by its number in Unicode. */
function visible(character: string): string {
  return /[\p{C}\p{Z}]/u.test(character) ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}` : character;
}

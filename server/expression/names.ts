import { exact, parseExact } from "../number/exact.ts";
import { type Cursor, replace } from "./cursor.ts";
import type { DurationUnit, Name } from "./expression.ts";
import { build, join, type Part } from "./parts.ts";

/** `phq1`, `total.band` or `phq1..phq9` */
export function readNameOrSpan(cursor: Cursor): Part {
  const isEnd = cursor.previous()?.text === "between";
  const first = readName(cursor);
  if (!isEnd && isForeignSpan(cursor)) {
    cursor.next();
    const last = readName(cursor);
    const written = `${first.node.id}..${last.node.id}`;
    const mend = replace(`Write ${written}`, true, first.to, last.from, "..");
    cursor.note(first.from, last.to, `all items from one to the other are written ${written}`, mend);
    return span(cursor, first, last);
  }
  if (!cursor.at("symbol", "..")) return first;
  const dots = cursor.next();
  if (cursor.peek().kind === "word" && !cursor.at("symbol", "(", 1)) return span(cursor, first, readName(cursor));
  const token = cursor.peek();
  const { id } = first.node;
  const stem = id.replace(/\d+$/, "");
  if (token.kind === "number" && /^\d+$/.test(token.text) && stem !== id) {
    cursor.next();
    const written = stem + token.text;
    cursor.note(
      token.start,
      token.end,
      `write both names in full: ${id}..${written}`,
      replace(`Write ${written}`, true, token.start, token.end, written),
    );
    return span(cursor, first, name(cursor, written, token.start, token.end));
  }
  cursor.report(dots.start, dots.end, `after ".." the last name of the span is missing: ${id}..NAME`);
  return span(cursor, first, name(cursor, "", dots.end, dots.end));
}

/** `a1:a4` and `a1 to a4`, as spreadsheets and statistics programs have it. */
function isForeignSpan(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  const isSign = kind === "symbol" ? text === ":" : kind === "word" && /^(?:to|through|thru)$/i.test(text);
  return isSign && cursor.peek(1).kind === "word" && !cursor.at("symbol", "(", 2);
}

function span(cursor: Cursor, first: Part<Name>, last: Part<Name>): Part {
  return join(cursor, first, last, (start, end) => ({ kind: "span", first: first.node, last: last.node, start, end }));
}

function name(cursor: Cursor, id: string, from: number, to: number): Part<Name> {
  return build(cursor, from, to, [], (start, end) => ({ kind: "name", id, head: { start, end }, start, end }));
}

function readName(cursor: Cursor): Part<Name> {
  const word = cursor.next();
  const dot = cursor.peek();
  if (!cursor.at("symbol", ".") || dot.start !== word.end) return name(cursor, word.text, word.start, word.end);
  cursor.next();
  const property = cursor.peek();
  // A sign such as `&&` is read as a keyword too, but is no name.
  const isName = property.kind === "word" || (property.kind === "keyword" && /^\p{L}/u.test(cursor.slice(property.start, property.end)));
  const there = isName && property.start === dot.end;
  if (there) cursor.next();
  else cursor.report(word.start, dot.end, `after "${word.text}." a name is missing, such as ${word.text}.band`);
  const to = there ? property.end : dot.end;
  return build(cursor, word.start, to, [], (start, end) => ({
    kind: "name",
    id: word.text,
    property: cursor.slice(dot.end, to),
    head: cursor.locate(word.start, word.end),
    tail: cursor.locate(dot.end, to),
    start,
    end,
  }));
}

const UNITS: Readonly<Record<string, DurationUnit>> = {
  minute: "minutes",
  minutes: "minutes",
  hour: "hours",
  hours: "hours",
  day: "days",
  days: "days",
  week: "weeks",
  weeks: "weeks",
  month: "months",
  months: "months",
  year: "years",
  years: "years",
};

/** `7`, `0.5` or `6 months` */
export function readNumber(cursor: Cursor): Part {
  const { text, start, end } = cursor.next();
  const amount = parseExact(text) ?? exact(0);
  const word = cursor.peek();
  const unit = word.kind === "word" && !cursor.at("symbol", "(", 1) && Object.hasOwn(UNITS, word.text) ? UNITS[word.text] : undefined;
  if (unit === undefined) return build(cursor, start, end, [], (start, end) => ({ kind: "number", value: amount, start, end }));
  cursor.next();
  return build(cursor, start, word.end, [], (start, end) => ({ kind: "duration", amount, unit, start, end }));
}

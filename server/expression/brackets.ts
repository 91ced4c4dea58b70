import { ARGUMENT_NAMES } from "./argumentNames.ts";
import { type Cursor, replace } from "./cursor.ts";
import type { Argument, Call, Expression, List } from "./expression.ts";
import { nearest } from "./nearest.ts";
import { build, type Part, type ReadExpression } from "./parts.ts";
import type { Token } from "./tokens.ts";
import { reportUnexpected } from "./unexpected.ts";

/** `(a + b)`: the node inside, over a stretch that has the brackets in it. */
export function readGroup(cursor: Cursor, read: ReadExpression): Part {
  const open = cursor.next();
  const inner = read(0);
  if (!cursor.at("symbol", ")")) {
    if (cursor.at("symbol", ",")) {
      cursor.report(open.start, cursor.peek().end, "a comma does not belong in these brackets: a list stands in square brackets, [a, b]");
    } else reportUnclosed(cursor, open, ")");
    skipTo(cursor, ")");
  }
  const to = cursor.at("symbol", ")") ? cursor.next().end : inner.to;
  return { node: inner.node, from: open.start, to, depth: inner.depth };
}

/** `[a, b]` */
export function readList(cursor: Cursor, close: ")" | "]", read: ReadExpression): Part<List> {
  const open = cursor.peek();
  const members: Part[] = [];
  const to = readMembers(cursor, close, () => members.push(read(0)));
  const nodes = members.map(({ node }) => node);
  return build(cursor, open.start, to, members, (start, end) => ({ kind: "list", members: nodes, start, end }));
}

/** `mean(a..f, need=4)` */
export function readCall(cursor: Cursor, read: ReadExpression): Part<Call> {
  const word = cursor.next();
  const parts: Part[] = [];
  const positional: Expression[] = [];
  const named: Argument[] = [];
  const to = readMembers(cursor, ")", () => {
    const name = readArgumentName(cursor);
    const part = read(0);
    parts.push(part);
    if (name === undefined) positional.push(part.node);
    else named.push({ name, value: part.node });
  });
  const called = { text: word.text, ...cursor.locate(word.start, word.end) };
  return build(cursor, word.start, to, parts, (start, end) => ({
    kind: "call",
    function: called,
    arguments: positional,
    named,
    start,
    end,
  }));
}

/** What stands between a bracket and its end, parted by commas; gives where it ends. */
function readMembers(cursor: Cursor, close: ")" | "]", member: () => void): number {
  const open = cursor.next();
  if (cursor.at("symbol", close)) return cursor.next().end;
  if (cursor.peek().kind === "end") {
    reportUnclosed(cursor, open, close);
    return open.end;
  }
  for (;;) {
    member();
    if (!cursor.at("symbol", ",") && !cursor.at("symbol", close)) {
      reportUnclosed(cursor, open, close);
      skipTo(cursor, close);
    }
    if (cursor.at("symbol", close)) return cursor.next().end;
    if (!cursor.at("symbol", ",")) return cursor.previous()?.end ?? open.end;
    cursor.next();
  }
}

function reportUnclosed(cursor: Cursor, open: Token, close: string): void {
  if (cursor.peek().kind !== "end") {
    reportUnexpected(cursor);
    return;
  }
  const end = cursor.previous()?.end ?? open.end;
  cursor.report(
    open.start,
    open.end,
    `this "${open.text}" is not closed: a "${close}" is missing`,
    replace(`Add "${close}" at the end`, false, end, end, close),
  );
}

/** Moves on to the comma or the closing bracket that ends what could not be read. */
function skipTo(cursor: Cursor, close: string): void {
  let level = 0;
  for (;;) {
    const { kind, text } = cursor.peek();
    if (kind === "end" || (level === 0 && kind === "symbol" && (text === close || (text === "," && close !== "")))) return;
    if (kind === "symbol" && (text === "(" || text === "[")) level++;
    if (kind === "symbol" && (text === ")" || text === "]") && level > 0) level--;
    cursor.next();
  }
}

/** What is said elsewhere about missing values, and named in an error of its own. */
const FOREIGN_NAMES: ReadonlySet<string> = new Set(["fill", "allow", "always", "digits"]);

/** The `need=` of `need=4`; a colon or a slip of the pen is reported and read as meant. */
function readArgumentName(cursor: Cursor): Argument["name"] | undefined {
  const word = cursor.peek();
  const sign = cursor.peek(1);
  if (word.kind !== "word" || sign.kind !== "symbol" || (sign.text !== "=" && sign.text !== ":")) return undefined;
  const meant = ARGUMENT_NAMES.has(word.text) ? word.text : word.text.length > 2 ? nearest(word.text, ARGUMENT_NAMES, 1) : undefined;
  // What is no argument anywhere may be compared with one "=", or be the first name of a span that is written with a colon.
  const isForeign = FOREIGN_NAMES.has(word.text.toLowerCase());
  if (meant === undefined && !isForeign && (sign.text === "=" || cursor.peek(2).kind === "word")) return undefined;
  const text = meant ?? word.text;
  cursor.next();
  cursor.next();
  const mend = replace(`Write ${text}=`, meant === word.text, word.start, sign.text === ":" ? cursor.peek().start : sign.end, `${text}=`);
  if (sign.text === ":") cursor.note(word.start, sign.end, `write ${text}= with an equals sign: a colon ends the value in YAML`, mend);
  else if (text !== word.text)
    cursor.note(word.start, sign.end, `no function has an argument "${word.text}"; did you mean "${text}"?`, mend);
  return { text, ...cursor.locate(word.start, word.end) };
}

import type { Delphi, Statement } from "../model/delphi.ts";
import { fieldOf, origins } from "../model/origins.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Node } from "../syntax/tree.ts";

/** A change to the text of a study. */
export interface StudyEdit {
  readonly at: Place;
  readonly newText: string;
}

/** Gives a statement an entry, in the form that it is written in: the short form becomes a map on the same line, comments stay where they are. */
export function withEntry(statement: Statement, key: "decided", value: string): StudyEdit {
  const entry = `${key}: ${value}`;
  const known = fieldOf(statement, key);
  if (known) return { at: placeIn(known.segment, known.value), newText: value };
  const name = origins.name(statement);
  const { segment } = name;
  const text = fieldOf(statement, "text");
  if (text && text.key.start === name.start) return asMap(segment, text.value, entry, columnOf(segment, name.start));
  const whole = origins.whole(statement);
  if (segment.text[whole.start] === "{") {
    const before = segment.text.slice(whole.start + 1, whole.end - 1).trimEnd();
    const end = whole.start + 1 + before.length;
    return { at: emptyAt(segment, end), newText: before === "" ? entry : before.endsWith(",") ? ` ${entry}` : `, ${entry}` };
  }
  const end = whole.start + segment.text.slice(whole.start, whole.end).trimEnd().length;
  return {
    at: emptyAt(segment, endOfLine(segment, end)),
    newText: `${breakIn(segment)}${" ".repeat(columnOf(segment, whole.start))}${entry}`,
  };
}

/** A further statement behind the last one of a group; undefined where the group has none yet. */
export function statementAdded(study: Delphi, group: string, id: string, value: string): StudyEdit | undefined {
  const last = study.statements
    .values()
    .filter((statement) => statement.group === group)
    .at(-1);
  if (!last) return undefined;
  const name = origins.name(last);
  const { segment } = name;
  const written = segment.text.slice(name.start, Math.max(name.end, origins.whole(last).end)).trimEnd();
  const end = name.start + written.length;
  const column = columnOf(segment, name.start);
  const isOwnLine = segment.text.slice(lineStart(segment, name.start), name.start).trim() === "";
  if (!isOwnLine) return { at: emptyAt(segment, end), newText: `, ${id}: ${value}` };
  return { at: emptyAt(segment, endOfLine(segment, end)), newText: `${breakIn(segment)}${" ".repeat(column)}${id}: ${value}` };
}

/** A text that needs no quotation marks inside braces. */
export function isFlowSafe(text: string): boolean {
  return (
    /^\p{L}(?:[^\n\r,[\]{}#:]|:(?=\S)|(?<=\S)#)*$/u.test(text) && text === text.trim() && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
  );
}

/** `Workload` becomes `{text: Workload, decided: …}`; what does not fit on a line becomes a map in lines. */
function asMap(segment: Segment, value: Node, entry: string, column: number): StudyEdit {
  const written = segment.text.slice(value.start, value.end);
  const at = placeIn(segment, value);
  const line = breakIn(segment);
  if (value.kind === "mapping" && !value.flow) {
    // A text in several languages, one a line: each line moves in.
    const indent = " ".repeat(columnOf(segment, value.start));
    const moved = written.trimEnd().replaceAll(/\r?\n(?=[^\r\n])/g, (found) => `${found}  `);
    return {
      at: placeIn(segment, { start: value.start, end: value.start + written.trimEnd().length }),
      newText: `text:${line}${indent}  ${moved}${line}${indent}${entry}`,
    };
  }
  const isOneLine = !written.includes("\n");
  if (value.kind !== "scalar") return { at, newText: `{text: ${written}, ${entry}}` };
  if (isOneLine && (value.style !== "plain" || isFlowSafe(value.text))) return { at, newText: `{text: ${written}, ${entry}}` };
  if (isOneLine) return { at, newText: `{text: ${JSON.stringify(value.text)}, ${entry}}` };
  const start = segment.text.slice(0, value.start).trimEnd().length;
  const indent = " ".repeat(column + 2);
  return {
    at: placeIn(segment, { start, end: value.end }),
    newText: `${line}${indent}text: ${JSON.stringify(value.text)}${line}${indent}${entry}`,
  };
}

const emptyAt = (segment: Segment, at: number): Place => placeIn(segment, { start: at, end: at });
const lineStart = (segment: Segment, at: number) => segment.text.lastIndexOf("\n", at - 1) + 1;
const columnOf = (segment: Segment, at: number) => at - lineStart(segment, at);
const breakIn = (segment: Segment) => (segment.text.includes("\r\n") ? "\r\n" : "\n");

/** The end of the line that a place is on, behind a comment that stands there. */
function endOfLine(segment: Segment, at: number): number {
  const found = segment.text.slice(at).search(/\r?\n/);
  return found < 0 ? segment.text.length : at + found;
}

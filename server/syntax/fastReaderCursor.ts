import { HASH, NEWLINE, RETURN, SPACE } from "./characters.ts";
/** Where the fast reader stands in a segment. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** The column of what stands at `at`, where it is the first of its line; -1 elsewhere. */
  column: number;
}

/** Moves to the next line that holds more than a comment, and gives its column; -1 at the end, and where the document may end. */
export function nextContent(cursor: Cursor): number {
  if (cursor.column >= 0) return cursor.column;
  const { text } = cursor;
  let at = cursor.at;
  for (;;) {
    const line = at;
    let char = text.charCodeAt(at);
    while (char === SPACE) char = text.charCodeAt(++at);
    if (char === NEWLINE) at++;
    else if (char === RETURN) at += 2;
    else if (char === HASH) at = nextLine(text, at);
    else {
      cursor.at = at;
      if (Number.isNaN(char)) return -1;
      cursor.column = at - line;
      return cursor.column;
    }
  }
}

/** Moves to the next line; false where more than a comment follows on this one. */
export function endLine(cursor: Cursor): boolean {
  const { text, at } = cursor;
  skipSpaces(cursor);
  const char = text.charCodeAt(cursor.at);
  if (char === HASH && at > 0 && text.charCodeAt(cursor.at - 1) === SPACE) cursor.at = nextLine(text, cursor.at);
  else if (char === NEWLINE) cursor.at++;
  else if (char === RETURN) cursor.at += 2;
  else return Number.isNaN(char);
  return true;
}

export function skipSpaces(cursor: Cursor): void {
  while (cursor.text.charCodeAt(cursor.at) === SPACE) cursor.at++;
}

/** Whether a character is a space, a line's end or the text's end. */
export const isGap = (char: number): boolean => char === SPACE || char === NEWLINE || char === RETURN || Number.isNaN(char);

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

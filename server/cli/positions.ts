/** A place as editors count it: line and UTF-16 unit, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** Lines of one text. Made only for texts that something is reported about. */
export interface Lines {
  position(offset: number): Position;
  /** A line without its break. */
  line(index: number): string;
  readonly count: number;
}

/** Splits at LF, CRLF and CR, as the language server protocol does. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    count: starts.length,
    line: (index) => text.slice(startOf(index), startOf(index + 1)).replace(/[\r\n]+$/, ""),
    position: (offset) => {
      const line = lastAtOrBefore(starts, Math.min(Math.max(0, offset), text.length));
      return { line, character: Math.min(Math.max(0, offset), text.length) - startOf(line) };
    },
  };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

import type { Edit } from "../../problem.ts";
import type { Line } from "./lines.ts";

/** Edits that put every line at its column, take blanks off the ends of lines, and leave at most one empty line between others. */
export function lineEdits(lines: readonly Line[], whole: string): Edit[] {
  const edits: Edit[] = [];
  const columns = columnsOf(lines);
  const last = lines.findLastIndex(({ isBlank, isInside }) => !isBlank || isInside);
  for (const [i, line] of lines.entries()) {
    if (line.isBlank && !line.isInside) {
      const before = lines[i - 1];
      const isTooMany = before === undefined || (before.isBlank && !before.isInside) || i > last;
      if (isTooMany) edits.push({ range: { start: line.start, end: lines[i + 1]?.start ?? whole.length }, newText: "" });
      else if (line.stop > line.start) edits.push({ range: { start: line.start, end: line.stop }, newText: "" });
      continue;
    }
    const more = (columns[i] ?? line.column) - line.column;
    if (more > 0 && !line.isBlank) edits.push({ range: { start: line.start, end: line.start }, newText: " ".repeat(more) });
    if (more < 0 && !line.isBlank) edits.push({ range: { start: line.start, end: line.start - more }, newText: "" });
    if (line.end < line.stop && !line.isOpen) edits.push({ range: { start: line.end, end: line.stop }, newText: "" });
  }
  const end = lines[last];
  if (end && last === lines.length - 1 && !whole.endsWith("\n") && !end.isOpen)
    edits.push({ range: { start: whole.length, end: whole.length }, newText: whole.includes("\r\n") ? "\r\n" : "\n" });
  return edits;
}

/** The column that each line gets. What begins neither a key nor a list entry moves with the line above that does. */
function columnsOf(lines: readonly Line[]): readonly number[] {
  let moved = 0;
  const columns = lines.map((line) => {
    if (line.isBlank) return 0;
    if (line.wanted !== undefined) moved = line.wanted - line.column;
    return Math.max(0, line.column + (line.moves ?? moved));
  });
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (line?.isComment && !line.isInside) columns[i] = commentColumn(lines, columns, i);
  }
  return columns;
}

/** A comment belongs to what follows where it stands at its column; one at the margin stays there; another one moves with what is above. */
function commentColumn(lines: readonly Line[], columns: readonly number[], index: number): number {
  const { column = 0 } = lines[index] ?? {};
  for (let i = index + 1; i < lines.length; i++) {
    const next = lines[i];
    if (!next || next.isBlank) continue;
    if (next.column === column) return columns[i] ?? column;
    if (!next.isComment) break;
  }
  return column === 0 ? 0 : (columns[index] ?? column);
}

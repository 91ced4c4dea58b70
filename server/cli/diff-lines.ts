/** How two texts differ, as a unified diff with three lines around each change; empty where they are equal. */
export function unifiedDiff(before: string, after: string, name: string): string {
  if (before === after) return "";
  const [old, now] = [splitLines(before), splitLines(after)];
  const lines = diffLines(old, now);
  const hunks = hunksOf(lines);
  return [`--- ${name}`, `+++ ${name}`, ...hunks.flatMap((hunk) => printHunk(lines, hunk)), ""].join("\n");
}

interface Line {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

const AROUND = 3;

/** Lines with their breaks taken off; a last line without a break says so, as diff tools do. */
function splitLines(text: string): string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  else lines.push(`${lines.pop()}\n\\ No newline at end of file`);
  return lines;
}

/** The longest common subsequence between what the texts begin and end with alike. Changes of a fix are small, so the table is too. */
function diffLines(old: readonly string[], now: readonly string[]): Line[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const same = (text: string): Line => ({ mark: " ", text });
  return [
    ...old.slice(0, start).map(same),
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map(same),
  ];
}

/** Beyond this many cells of the table everything between the first and the last change is shown as replaced. */
const LARGEST_TABLE = 4_000_000;

function middle(old: readonly string[], now: readonly string[]): Line[] {
  const removed = (text: string): Line => ({ mark: "-", text });
  const added = (text: string): Line => ({ mark: "+", text });
  const width = now.length + 1;
  if (old.length * width > LARGEST_TABLE) return [...old.map(removed), ...now.map(added)];
  const common = new Int32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const equal = old[row] === now[column];
      common[row * width + column] = equal ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: Line[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    const [left, right] = [old[row], now[column]];
    if (left !== undefined && left === right) {
      lines.push({ mark: " ", text: left });
      row++;
      column++;
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(removed(left));
      row++;
    } else {
      lines.push(added(right ?? ""));
      column++;
    }
  }
  return lines;
}

interface Hunk {
  readonly from: number;
  readonly to: number;
}

/** Stretches of lines with a change in them; two whose surroundings meet are one. */
function hunksOf(lines: readonly Line[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const [index, { mark }] of lines.entries()) {
    if (mark === " ") continue;
    const from = Math.max(0, index - AROUND);
    const to = Math.min(lines.length, index + AROUND + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) hunks[hunks.length - 1] = { from: last.from, to };
    else hunks.push({ from, to });
  }
  return hunks;
}

function printHunk(lines: readonly Line[], { from, to }: Hunk): string[] {
  const count = (part: readonly Line[], mark: "-" | "+"): number => part.filter((line) => line.mark !== (mark === "-" ? "+" : "-")).length;
  const [before, part] = [lines.slice(0, from), lines.slice(from, to)];
  const side = (mark: "-" | "+"): string => {
    const length = count(part, mark);
    // An empty side stands after the line that it follows.
    const start = count(before, mark) + (length === 0 ? 0 : 1);
    return `${mark}${start}${length === 1 ? "" : `,${length}`}`;
  };
  return [`@@ ${side("-")} ${side("+")} @@`, ...part.map(({ mark, text }) => mark + text)];
}

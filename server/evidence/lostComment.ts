import type { Range } from "../problem.ts";
import type { WrittenScalar } from "./writtenScalars.ts";

/** The rest of a line that YAML takes for a comment although no blank follows its `#`, as in `Question #3 about work`. */
export function lostComment({ segment, scalar }: WrittenScalar): Range | undefined {
  if (scalar.style !== "plain") return undefined;
  LOST.lastIndex = scalar.end;
  const found = LOST.exec(segment.text);
  return found ? { start: scalar.end + found[0].length - (found[1]?.length ?? 0), end: scalar.end + found[0].length } : undefined;
}

/** A comment that silences a finding is meant as one. */
const LOST = /[ \t]+(#(?!scalewright-ignore\b)[^\s#][^\r\n]*?)(?=[ \t]*(?:\r?\n|$))/y;

import type { Range } from "../problem.ts";
import { readFast } from "./fastReader.ts";
import type { Node, Pair } from "./tree.ts";
import { readWithYaml } from "./yamlReader.ts";

/** What one segment's text holds: usually one pair. Ranges are counted from the start of the segment. */
export interface SegmentTree {
  readonly pairs: readonly Pair[];
  /** The value of a text that is no mapping. */
  readonly other?: Node;
  readonly problems: readonly SyntaxProblem[];
}

export interface SyntaxProblem {
  readonly code: "yaml-syntax" | "tab-indent" | "truncated-flow-value";
  readonly message: string;
  readonly range: Range;
  /** Text that makes the range right, where that is sure. */
  readonly replacement?: { readonly title: string; readonly newText: string; readonly range: Range };
}

const MOST_NESTING = 100;

/** Characters that YAML forbids: those below the space, but tabs and line breaks. */
const CONTROL = /[^\t\n\r -\u{10ffff}]/u;

/**
 * Reads a segment: fast where it is written in the subset that nearly all are, else with the `yaml` package. It never throws: what cannot be
 * read is reported, and the rest is given.
 */
export function readSegment(text: string): SegmentTree {
  const pairs = readFast(text);
  return pairs ? { pairs, problems: NONE } : readSlow(text);
}

const NONE: readonly never[] = [];

/** Reads a segment with the `yaml` package alone. */
export function readSlow(text: string): SegmentTree {
  const deep = tooDeep(text);
  if (deep !== undefined)
    return {
      pairs: [],
      problems: [
        { code: "yaml-syntax", message: `brackets are nested more than ${MOST_NESTING} deep`, range: { start: deep, end: deep + 1 } },
      ],
    };
  const control = text.search(CONTROL);
  if (control >= 0) {
    return {
      pairs: [],
      problems: [
        {
          code: "yaml-syntax",
          message: "an invisible control character stands here: was the file saved by another program?",
          range: { start: control, end: control + 1 },
        },
      ],
    };
  }
  return readWithYaml(text);
}

/** Where brackets are nested beyond any instrument's need: the reader behind would recurse for each. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 91 || char === 123) {
      if (++depth > MOST_NESTING) return at;
    } else if ((char === 93 || char === 125) && depth > 0) depth--;
  }
  let dashes = 0;
  for (const line of text.matchAll(/^ *((?:[-?] ){100,})/gm)) dashes = Math.max(dashes, line.index + 1);
  return dashes > 0 ? dashes - 1 : undefined;
}

import type { Analysis } from "../analysis/analysis.ts";
import { origins } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import { type Reference, referencesOf, type Target } from "../model/references.ts";
import type { Range } from "../problem.ts";
import { segmentAt } from "../syntax/segmentedText.ts";

/** Where the thing named at an offset is defined: its id. */
export function definitionAt(analysis: Analysis, offset: number): Range | undefined {
  const named = referenceAt(analysis, offset);
  const part = named && partNamed(analysis, named.target, named.id);
  return part && analysis.range(origins.name(part.value));
}

/** The name that stands at an offset, its end included. */
export function referenceAt(analysis: Analysis, offset: number): Reference | undefined {
  const segment = analysis.text.segments[segmentAt(analysis.text, offset)];
  for (const part of analysis.parts) {
    if (part.field.segment !== segment && part.kind !== "section" && part.kind !== "delphi") continue;
    for (const reference of referencesOf(part)) {
      if (reference.at.segment !== segment) continue;
      const { start, end } = analysis.range(reference.at);
      if (start <= offset && offset <= end) return reference;
    }
  }
  return undefined;
}

const KINDS: Record<Target, readonly Part["kind"][]> = {
  "item or score": ["item", "score"],
  item: ["item"],
  score: ["score"],
  response: ["response"],
  recode: ["recode"],
  table: ["table"],
  section: ["section"],
  statement: [],
};

/** The first part of the right kind with an id. */
export function partNamed(analysis: Analysis, target: Target, id: string): Part | undefined {
  return analysis.parts.find((part) => part.id === id && KINDS[target].includes(part.kind));
}

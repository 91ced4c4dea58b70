import type { Analysis } from "../analysis/analysis.ts";
import { origins } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import { referencesOf } from "../model/references.ts";
import type { Range } from "../problem.ts";
import { segmentAt } from "../syntax/segmentedText.ts";
import { partNamed, referenceAt } from "./definition.ts";

/** A thing of the document with every place where it is named. */
export interface Occurrences {
  readonly part: Part;
  /** Its id, where it is defined; undefined where that is in a library. */
  readonly definition: Range | undefined;
  readonly references: readonly Range[];
  /** The place that was asked about. */
  readonly here: Range;
}

/** The thing that is named or defined at an offset, and all its places in the document, in file order. */
export function occurrencesAt(analysis: Analysis, offset: number): Occurrences | undefined {
  const reference = referenceAt(analysis, offset);
  const part = reference ? partNamed(analysis, reference.target, reference.id) : definedAt(analysis, offset);
  if (!part) return undefined;
  const name = analysis.locate(origins.name(part.value));
  const references = analysis
    .users(part.id)
    .flatMap((user) =>
      referencesOf(user).flatMap((one) =>
        one.id === part.id && partNamed(analysis, one.target, one.id) === part ? [analysis.range(one.at)] : [],
      ),
    );
  const here = reference ? analysis.range(reference.at) : name.range;
  return { part, definition: name.file === undefined ? name.range : undefined, references: unique(references), here };
}

/** The thing whose id stands at an offset. */
export function definedAt(analysis: Analysis, offset: number): Part | undefined {
  const segment = analysis.text.segments[segmentAt(analysis.text, offset)];
  return analysis.parts.find((part) => {
    if (part.kind === "metadata" || part.field.segment !== segment) return false;
    const { start, end } = analysis.range(origins.name(part.value));
    return start <= offset && offset <= end;
  });
}

function unique(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  return sorted.filter((range, i) => range.start !== sorted[i - 1]?.start);
}

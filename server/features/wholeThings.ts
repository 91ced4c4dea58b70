import type { Analysis } from "../analysis/analysis.ts";
import { isWhole, type PartOf } from "../model/parts.ts";
import { definitionsIn, type NamedPlace, type NameSpace, usesIn } from "../model/wholeNames.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { startOf } from "../syntax/segmentedText.ts";

/** What only Delphi studies, guides and studies give names to. */
export type WholeKind = Exclude<NameSpace, "response" | "section" | "item" | "score" | "item or score">;

const OTHERS: ReadonlySet<NameSpace> = new Set(["response", "section", "item", "score", "item or score"]);
export const isWholeKind = (space: string): space is WholeKind => !OTHERS.has(space as NameSpace) && KINDS.has(space);
const KINDS: ReadonlySet<string> = new Set<WholeKind>([
  "band",
  "statement",
  "group",
  "statement group",
  "audience",
  "site",
  "topic",
  "question",
  "prompt",
  "document",
  "phase",
  "sample",
  "wave",
  "linkage",
  "consent",
]);

interface Names {
  readonly part: PartOf<"delphi" | "guide" | "study">;
  readonly definitions: readonly NamedPlace[];
  readonly uses: readonly NamedPlace[];
}

const KEPT = new WeakMap<object, Names>();

/** What is judged as one stands behind all other parts. */
export function wholeOf(analysis: Pick<Analysis, "kind" | "parts">): Names["part"] | undefined {
  const { kind } = analysis;
  const last = kind === "delphi" || kind === "guide" || kind === "study" ? analysis.parts.at(-1) : undefined;
  return last && isWhole(last) ? last : undefined;
}

/** The names of a Delphi study, a guide or a study; undefined for other kinds of document. */
export function wholeNames(analysis: Analysis): Names | undefined {
  const part = wholeOf(analysis);
  return part && remember(KEPT, part, () => ({ part, definitions: definitionsIn(part), uses: usesIn(part) }));
}

/** The name that is used or defined at an offset, its end included. */
export function wholeNameAt(
  analysis: Analysis,
  offset: number,
): { readonly name: NamedPlace; readonly isDefinition: boolean; readonly here: Range } | undefined {
  const names = wholeNames(analysis);
  if (!names) return undefined;
  const { text } = analysis;
  for (const [list, isDefinition] of [
    [names.uses, false],
    [names.definitions, true],
  ] as const)
    for (const name of list) {
      const index = text.segments.indexOf(name.at.segment);
      const from = startOf(text, index);
      if (index < 0 || offset < from + name.at.start || offset > from + name.at.end) continue;
      return { name, isDefinition, here: { start: from + name.at.start, end: from + name.at.end } };
    }
  return undefined;
}

/** Where a name is defined: a band in each response that has it. */
export const wholeDefinitions = (analysis: Analysis, space: NameSpace, id: string): readonly NamedPlace[] =>
  wholeNames(analysis)?.definitions.filter((one) => one.space === space && one.id === id) ?? [];

/** Where a name is used. */
export const wholeUses = (analysis: Analysis, space: NameSpace, id: string): readonly Range[] =>
  wholeNames(analysis)
    ?.uses.filter((one) => one.path === undefined && one.space === space && one.id === id)
    .map(({ at }) => analysis.range(at)) ?? [];

/** Where an item, a score or a section of another document is named. */
export const usesOfJoined = (analysis: Analysis, path: string, kind: "item" | "score" | "section", id: string): readonly Range[] =>
  wholeNames(analysis)
    ?.uses.filter(
      (one) => one.path === path && one.id === id && (one.space === kind || (one.space === "item or score" && kind !== "section")),
    )
    .map(({ at }) => analysis.range(at)) ?? [];

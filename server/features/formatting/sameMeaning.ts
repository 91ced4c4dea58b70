import { isIdleEnd } from "../../syntax/isIdleEnd.ts";
import { treeOf } from "../../syntax/outline.ts";
import { readSegment } from "../../syntax/readSegment.ts";
import type { Segment } from "../../syntax/segment.ts";
import { type SegmentedText, segmentText } from "../../syntax/segmentedText.ts";
import type { Node, Pair } from "../../syntax/tree.ts";

/** Whether two texts say the same: the same characters but for blanks, read as the same keys and values in the same order. */
export function isSameMeaning(old: SegmentedText, whole: string, other: string): boolean {
  if (!isSameButBlanks(whole, other)) return false;
  const now = written(segmentText(other, old.isBranch).segments.list);
  return isSameList(written(old.segments.list), now, isSameSegment);
}

/** What stands before the first key is no part of the document. */
const written = (segments: readonly Segment[]): readonly Segment[] => segments.filter(({ kind }) => kind !== "head");

function isSameSegment(a: Segment, b: Segment): boolean {
  if (a.kind !== b.kind || !isSameList(a.within.path, b.within.path, (x, y) => x === y)) return false;
  if (a.text === b.text || a.kind === "rest") return true;
  // The new text is thrown away afterwards: what is read of each of its segments need not outlast that segment.
  const [before, after] = [treeOf(a), readSegment(b.text)];
  return after.problems.length === 0 && after.other === undefined && isSameList(before.pairs, after.pairs, isSamePair);
}

/** Whether a text is in brackets as a whole, or begins with a line for YAML itself: without errors, and not a list of lines with keys. */
export function isWithoutKeys(text: SegmentedText): boolean {
  return text.segments.list.some((segment) => {
    if (segment.kind !== "entry" || segment.key !== "") return false;
    const { problems, other } = treeOf(segment);
    return problems.length === 0 && other === undefined;
  });
}

/** A text that has errors is not laid out: what was meant is not known. */
export function canBeRead(text: SegmentedText): boolean {
  return text.segments.list.every(
    (segment) =>
      segment.kind !== "stray" &&
      (segment.kind !== "rest" || isIdleEnd(segment)) &&
      ((segment.kind !== "entry" && segment.kind !== "branch") ||
        (segment.key !== "" && treeOf(segment).problems.length === 0 && treeOf(segment).other === undefined)),
  );
}

function isSameButBlanks(a: string, b: string): boolean {
  let [i, j] = [0, 0];
  for (;;) {
    while (isBlank(a.charCodeAt(i))) i++;
    while (isBlank(b.charCodeAt(j))) j++;
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
    if (a.charCodeAt(i++) !== b.charCodeAt(j++)) return false;
  }
}

const isBlank = (unit: number): boolean => unit === 32 || (unit < 14 && (unit === 9 || unit === 10 || unit === 13));

const isSamePair = (a: Pair, b: Pair): boolean => a.bare === b.bare && isSameNode(a.key, b.key) && isSameNode(a.value, b.value);

function isSameNode(a: Node, b: Node): boolean {
  if (a.kind === "alias" || b.kind === "alias") return a.kind === "alias" && b.kind === "alias" && a.name === b.name;
  if (a.tag !== b.tag || a.anchor?.name !== b.anchor?.name) return false;
  switch (a.kind) {
    case "scalar":
      return b.kind === "scalar" && a.style === b.style && a.text === b.text && a.value === b.value;
    case "mapping":
      return b.kind === "mapping" && a.flow === b.flow && isSameList(a.pairs, b.pairs, isSamePair);
    case "sequence":
      return b.kind === "sequence" && a.flow === b.flow && isSameList(a.items, b.items, isSameNode);
  }
}

const isSameList = <T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean =>
  a.length === b.length && a.every((one, i) => isSame(one, b[i] as T));

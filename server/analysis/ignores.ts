import { nearest } from "../expression/nearest.ts";
import { keptWith } from "../keptWith.ts";
import type { Problem, Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { table } from "../rules/index.ts";
import { treeOf } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import { type SegmentedText, segmentAt, startOf } from "../syntax/segmentedText.ts";
import type { Node } from "../syntax/tree.ts";

/** A problem that a comment silences, with the reason that the comment gives. */
export interface Silenced {
  readonly problem: Problem;
  readonly reason: string;
}

/** The problems that are left, and those that a comment silences. */
export interface Sifted {
  readonly left: readonly Problem[];
  readonly silenced: readonly Silenced[];
}

/**
 * Puts aside the problems that a comment silences (`# scalewright-ignore CODE: reason`, on the line or alone on the line above), and reports
 * comments without a reason and comments that silence nothing. Costs nothing where no segment holds such a comment. `behind`: what was held back
 * because of problems that are silenced, and of nothing else.
 */
export function withoutIgnored(
  text: SegmentedText,
  problems: readonly Problem[],
  behind: (silenced: readonly Problem[]) => readonly Problem[],
): Sifted {
  const comments = commentsIn(text);
  if (comments.length === 0) return { left: problems, silenced: NOTHING };
  const used = new Set<WrittenCode>();
  const { left, silenced } = sift(text, problems, comments, used);
  const [told, hushed] = [[...left], [...silenced]];
  for (let last: readonly Silenced[] = silenced; last.length > 0; ) {
    const sifted = sift(text, behind(hushed.map(({ problem }) => problem)), comments, used);
    told.push(...sifted.left);
    hushed.push(...sifted.silenced);
    last = sifted.silenced;
  }
  return { left: [...told, ...comments.flatMap((comment) => flaws(comment, used))], silenced: hushed };
}

/** The same for problems that are looked for on demand, whose comments say nothing to the check itself. */
export function silencedOnDemand(text: SegmentedText, problems: readonly Problem[]): Sifted {
  const comments = problems.length === 0 ? [] : commentsIn(text);
  return comments.length === 0 ? { left: problems, silenced: NOTHING } : sift(text, problems, comments, new Set());
}

const NOTHING: readonly Silenced[] = [];

/** Found only where two versions are compared, or where mutants are made: a comment for one of them may seem idle. */
const ON_DEMAND: ReadonlySet<string> = new Set(["undeclared-breaking-change", "version-not-bumped", "surviving-mutation"]);

/** Whether some segment of a piece holds such a comment. */
const IGNORING = keptWith<SegmentedText["segments"]["pieces"][number], { readonly some: boolean }>();

function commentsIn(text: SegmentedText): readonly Ignore[] {
  const comments: Ignore[] = [];
  const { pieces } = text.segments;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || !remember(IGNORING, piece, () => ({ some: piece.all.some(({ ignores }) => ignores) })).some) continue;
    const before = text.segments.countBefore(i);
    for (const [at, segment] of piece.all.entries()) if (segment.ignores) comments.push(...commentsAt(text, segment, before + at));
  }
  return comments;
}

function sift(text: SegmentedText, problems: readonly Problem[], comments: readonly Ignore[], used: Set<WrittenCode>): Sifted {
  const silenced: Silenced[] = [];
  const left = problems.filter((problem) => {
    const lines = linesOf(text, problem.range.start);
    const meant = comments.filter(
      ({ line, codes }) => lines.some((start) => line.start === start) && codes.some(({ code }) => code === problem.code),
    );
    for (const { codes } of meant) for (const code of codes) if (code.code === problem.code) used.add(code);
    if (meant[0]) silenced.push({ problem, reason: meant[0].reason });
    return meant.length === 0;
  });
  return { left, silenced };
}

/** A comment in a segment, its places counted from the start of the segment. */
interface Written {
  readonly range: Range;
  /** What goes with the comment: its line where it stands alone, else the blanks before it. */
  readonly whole: Range;
  readonly codes: readonly WrittenCode[];
  readonly reason: string;
  /** Nothing else stands on its line. */
  readonly alone: boolean;
}
interface WrittenCode {
  readonly code: string;
  readonly range: Range;
}
/** The same with its places in the text, and the line that it is for. */
interface Ignore extends Written {
  readonly line: { readonly start: number };
  readonly from: number;
}

const KEPT = keptWith<Segment, readonly Written[]>();
const COMMENT = /^([^\r\n]*?)(#[ \t]*scalewright-ignore\b[ \t]*)([^:\r\n]*)(?::[ \t]*([^\r\n]*))?/gm;

function writtenIn(segment: Segment): readonly Written[] {
  return remember(KEPT, segment, () =>
    [...segment.text.matchAll(COMMENT)].flatMap(([whole, before = "", mark = "", list = "", reason = ""], i, all) => {
      const at = all[i]?.index ?? 0;
      const start = at + before.length;
      if ((before !== "" && !/[ \t]$/.test(before)) || isText(segment, start)) return [];
      const codes = [...list.matchAll(/[^\s,]+/g)].map((match) => {
        const from = start + mark.length + match.index;
        return { code: match[0], range: { start: from, end: from + match[0].length } };
      });
      const range = { start, end: at + whole.trimEnd().length };
      const kept = before.trimEnd().length;
      return [
        {
          range,
          whole: { start: at + kept, end: kept === 0 ? endOfLine(segment.text, range.end) : range.end },
          codes,
          reason: reason.trim(),
          alone: kept === 0,
        },
      ];
    }),
  );
}

/** Whether a place is inside a text, where `#` begins no comment. On the first line of a block text it does. */
function isText(segment: Segment, at: number): boolean {
  const found = scalarAt(segment, at);
  if (!found) return false;
  const isBlock = found.kind === "scalar" && (found.style === "literal" || found.style === "folded");
  return !isBlock || segment.text.slice(found.start, at).includes("\n");
}

/** The text or number that holds a place of a segment between its first and its last character. */
function scalarAt(segment: Segment, at: number): Node | undefined {
  if (segment.kind !== "entry" && segment.kind !== "branch") return undefined;
  const search = (node: Node): Node | undefined => {
    if (at <= node.start || at >= node.end) return undefined;
    if (node.kind === "sequence") return first(node.items, search);
    if (node.kind === "mapping") return first(node.pairs, ({ key, value }) => search(key) ?? search(value));
    return node;
  };
  return first(treeOf(segment).pairs, ({ key, value }) => search(key) ?? search(value));
}

function first<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function commentsAt(text: SegmentedText, segment: Segment, index: number): readonly Ignore[] {
  const from = startOf(text, index);
  return writtenIn(segment).map((written) => ({
    ...written,
    from,
    line: { start: written.alone ? nextLine(text, index, written.range.end) : lineStart(segment, from, written.range.start) },
  }));
}

const lineStart = (segment: Segment, from: number, at: number) => from + segment.text.lastIndexOf("\n", at - 1) + 1;

/** Where the first line below begins that is no comment. */
function nextLine(text: SegmentedText, index: number, after: number): number {
  for (let i = index; i < text.segments.length; i++) {
    const here = text.segments.at(i)?.text ?? "";
    for (let at = i === index ? endOfLine(here, after) : 0; at < here.length; at = endOfLine(here, at)) {
      COMMENT_LINE.lastIndex = at;
      if (!COMMENT_LINE.test(here)) return startOf(text, i) + at;
    }
  }
  return -1;
}

const COMMENT_LINE = /[ \t]*#/y;

function endOfLine(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found + 1;
}

/** Where the lines begin on which a problem can be silenced: its own, and that on which the text begins that it stands in. */
export function linesOf(text: SegmentedText, at: number): readonly number[] {
  const index = segmentAt(text, at);
  const segment = text.segments.at(index);
  if (!segment) return [];
  const from = startOf(text, index);
  const own = lineStart(segment, from, at - from);
  const holder = scalarAt(segment, own - from);
  return holder ? [own, lineStart(segment, from, holder.start)] : [own];
}

const CODES: ReadonlySet<string> = new Set(table.map(({ code }) => code));

function flaws({ codes, reason, range, whole, from, alone }: Ignore, used: ReadonlySet<WrittenCode>): Problem[] {
  const moved = (place: Range) => ({ start: from + place.start, end: from + place.end });
  const problem = (code: string, message: string, place: Range): Problem => ({
    code,
    severity: "warning",
    message,
    range: moved(place),
    related: [],
    fixes: [],
  });
  if (codes.length === 0)
    return [
      problem("unused-ignore", `this comment silences nothing: it names no finding, as in "scalewright-ignore code-gap: reason"`, range),
    ];
  const idle = codes.filter((code) => !used.has(code) && !ON_DEMAND.has(code.code));
  const unused = idle.map(({ code, range: place }) => {
    const guess = CODES.has(code) ? undefined : nearest(code, [...CODES]);
    const why = CODES.has(code)
      ? `there is no finding "${code}" on ${alone ? "the line below" : "this line"}`
      : `no finding is called "${code}"${guess === undefined ? "" : `; did you mean "${guess}"?`}`;
    const made = problem("unused-ignore", why, place);
    const edit = (newText: string, at: Range) => [{ range: moved(at), newText }];
    if (guess !== undefined) return { ...made, fixes: [{ title: `Change to "${guess}"`, safe: false, edits: edit(guess, place) }] };
    return idle.length === codes.length ? { ...made, fixes: [{ title: "Delete the comment", safe: true, edits: edit("", whole) }] } : made;
  });
  if (unused.length > 0 || reason !== "") return unused;
  return [problem("ignored-without-reason", "say why this finding is silenced, after a colon", range)];
}

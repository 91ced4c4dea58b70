import type { Part } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import type { Severity } from "../problem.ts";
import { isIdleEnd } from "../syntax/isIdleEnd.ts";
import { type Field, treeOf } from "../syntax/outline.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import { readSegment } from "../syntax/readSegment.ts";
import type { Segment } from "../syntax/segment.ts";
import type { SegmentedText } from "../syntax/segmentedText.ts";
import type { Node } from "../syntax/tree.ts";
import type { DocumentKind, Host } from "./analysis.ts";
import type { AnchorTable } from "./anchors.ts";
import { configProblems } from "./configProblems.ts";
import { documentShape } from "./shape.ts";

export interface DocumentState {
  readonly text: SegmentedText;
  readonly fields: readonly Field[];
  readonly kind: DocumentKind | undefined;
  readonly anchors: AnchorTable;
  readonly parts: readonly Part[];
  readonly host: Host;
}

/** What is wrong with the text itself and with the document as a whole, before any part of it is looked at. */
export function documentProblems(state: DocumentState): readonly LocalProblem[] {
  const { text, fields, anchors } = state;
  const problems: LocalProblem[] = [];
  let conflict = false;
  for (const segment of text.segments) {
    if (segment.kind === "stray" && !conflict) {
      conflict = true;
      problems.push(
        problem(
          "yaml-syntax",
          "error",
          "two versions of this file were merged and the conflict is not resolved: keep one version and delete the marked lines",
          placeIn(segment, { start: 0, end: (segment.text.split("\n")[0] ?? "").trimEnd().length }),
        ),
      );
    }
    if (segment.kind === "head") problems.push(...headProblems(segment));
    if (segment.kind === "rest") problems.push(...restProblems(segment));
    for (const found of segmentProblems(segment, anchors)) problems.push(found);
  }
  // In the middle of a conflict or of broken text everything else is an echo.
  if (conflict) return problems;
  problems.push(...anchorProblems(anchors));
  if (fields.length > 0 || text.segments.list.some((segment) => segment.kind === "entry"))
    problems.push(
      ...formatProblems(fields),
      ...documentShape(state),
      ...(state.kind === "config" ? configProblems(fields, state.host) : []),
    );
  else if (
    problems.length === 0 &&
    (state.kind !== "config" || /^[ \t]*[^#\s]/m.test(text.segments.list.map((segment) => segment.text).join("")))
  )
    problems.push(
      problem(
        "missing-key",
        "error",
        `the file is empty: its first line says what it is, for example "instrument: my_questionnaire"`,
        emptyPlace(text),
      ),
    );
  return problems;
}

export function problem(code: string, severity: Severity, message: string, at: Place, more: Partial<LocalProblem> = {}): LocalProblem {
  return { code, severity, message, at, related: [], fixes: [], ...more };
}

/** The version of the format that this reads. */
const FORMAT = 1;

function formatProblems(fields: readonly Field[]): LocalProblem[] {
  const field = fields.find(({ name }) => name === "format");
  const value = field?.value;
  if (!field || value?.kind !== "scalar" || typeof value.value !== "number" || value.value <= FORMAT) return [];
  return [
    problem(
      "unsupported-format-version",
      "error",
      `this file is written in version ${value.text} of the format, and this Scalewright reads version ${FORMAT}: a newer one is needed`,
      placeIn(field.segment, value),
    ),
  ];
}

function emptyPlace(text: SegmentedText): Place {
  const segment = text.segments.at(0) ?? { kind: "head", text: "", breaks: 0, within: { path: [], indent: 0 }, key: "" };
  return placeIn(segment, { start: 0, end: segment.text.trimEnd().length });
}

/** `--- {instrument: a}`: what stands behind the mark on its line. A tag or a name there says nothing of the document. */
function headProblems(segment: Segment): LocalProblem[] {
  const found = /^(\ufeff?---[ \t]+)([^\s#!&][^\r\n]*)/m.exec(segment.text);
  if (!found) return [];
  const start = found.index + (found[1]?.length ?? 0);
  const at = placeIn(segment, { start, end: start + (found[2] ?? "").trimEnd().length });
  return [problem("yaml-syntax", "error", 'what stands behind "---" is not read: begin the document on the line below', at)];
}

/** Everything after a second `---`. What follows an end mark `...` counts only where something is written there. */
function restProblems(segment: Segment): LocalProblem[] {
  if (isIdleEnd(segment)) return [];
  const [mark = ""] = segment.text.split("\n");
  return [
    problem(
      "multiple-documents",
      "error",
      "a file holds one document: what follows this line is not read",
      placeIn(segment, { start: 0, end: mark.trimEnd().length }),
    ),
  ];
}

const NONE: readonly LocalProblem[] = [];

function segmentProblems(segment: Segment, anchors: AnchorTable): readonly LocalProblem[] {
  if (segment.kind !== "entry" && segment.kind !== "branch") return NONE;
  const tree = treeOf(segment);
  if (tree.problems.length === 0 && !segment.names) return NONE;
  const swallowed = tree.problems[0]?.code === "yaml-syntax" ? swallowedEnd(segment) : undefined;
  if (swallowed) return [swallowed];
  const problems = tree.problems.map(({ code, message, range, replacement }) =>
    problem(code, "error", message, placeIn(segment, range), {
      fixes: replacement
        ? [{ title: replacement.title, safe: true, edits: [{ at: placeIn(segment, replacement.range), newText: replacement.newText }] }]
        : [],
    }),
  );
  if (segment.names) {
    const visit = (node: Node, open: readonly string[]): void => {
      if (node.kind === "alias") {
        const at = placeIn(segment, node);
        if (open.includes(node.name)) problems.push(problem("undefined-alias", "error", `"${node.name}" contains itself`, at));
        else if (!anchors.get(node.name))
          problems.push(problem("undefined-alias", "error", `nothing in this file is named "&${node.name}"`, at));
        return;
      }
      const inside = node.anchor ? [...open, node.anchor.name] : open;
      if (node.kind === "sequence") for (const item of node.items) visit(item, inside);
      if (node.kind === "mapping") for (const pair of node.pairs) visit(pair.value, inside);
    };
    if (problems.length === 0) for (const pair of tree.pairs) visit(pair.value, []);
  }
  return problems;
}

/** `{text: Question #3 about work}`: the comment that begins at `#` takes the closing brace with it. Sure where the text can be read without it. */
function swallowedEnd(segment: Segment): LocalProblem | undefined {
  for (const match of segment.text.matchAll(/[{,]\s*(\w+):[ \t]+[^\s"'#{}[\],][^"'#{}\r\n]*?[ \t](#[^\s#][^\r\n]*\})/g)) {
    const end = match.index + match[0].length;
    const start = end - (match[2]?.length ?? 0);
    if (readSegment(`${segment.text.slice(0, start)}_${segment.text.slice(start + 1)}`).problems.length > 0) continue;
    const what = FORMULA_KEYS.has(match[1] ?? "") ? "formula" : "text";
    const message = `a blank and # begin a comment, which takes the closing brace with it: put the ${what} in quotation marks`;
    return problem(`comment-in-${what}`, "error", message, placeIn(segment, { start, end }));
  }
  return undefined;
}

const FORMULA_KEYS = new Set(["when", "value", "that", "is", "outcome", "eligible", "screen_out"]);

function anchorProblems(anchors: AnchorTable): LocalProblem[] {
  const first = new Map<string, Place>();
  return anchors.all.flatMap(({ name, segment, node }) => {
    const at = placeIn(segment, node.kind !== "alias" && node.anchor ? node.anchor : node);
    const known = first.get(name);
    if (!known) {
      first.set(name, at);
      return [];
    }
    return [
      problem("duplicate-anchor", "error", `"&${name}" names two parts of this file`, at, {
        related: [{ message: `the first "&${name}"`, at: known }],
      }),
    ];
  });
}

import { type CheckedFile, makeReport, type Report } from "../../server/cli/print/report.ts";
import type { Fix, Problem, Range, Related, Severity } from "../../server/problem.ts";

const WORK = `instrument: work-strain
title: Strain at work
responses:
  often4: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always}}
sections:
  strain:
    response: often4
    items:
      str1: I go home tired.
      str2: I worry about the next day.
scores:
  total:
    items: [str1..str2]
    method: summ
    bands: {low: [0, 2], high: [4, 6]}
`;
const WIDE = `instrument: 疲労
title: "仕事の疲れ 👩‍⚕️ é" # unten
\tsections: x
description: ${"a long description that goes on and on, ".repeat(8)}nurses
`;

/** Findings of every shape: related places, fixes, an empty range, several lines, wide characters, tabs, control characters, a very long line. */
export function sampleReport(): Report {
  const work: CheckedFile = {
    file: "surveys/work-strain.instrument.yaml",
    text: WORK,
    problems: [
      problem("band-gap", "error", 'no band of "total" holds 3', in_(WORK, "{low: [0, 2], high: [4, 6]}"), {
        related: [
          { message: 'a total of 3 needs str1 "Always" and str2 "Never"', range: in_(WORK, "str1..str2") },
          { message: "the highest answer is scored here", range: in_(WORK, "3: Always"), file: "surveys/work-strain.instrument.yaml" },
        ],
      }),
      problem("unknown-value", "error", '"summ" is no method; did you mean "sum"?', in_(WORK, "summ"), {
        fixes: [{ title: 'replace with "sum"', safe: true, edits: [{ range: in_(WORK, "summ"), newText: "sum" }] }],
      }),
      problem("licence-missing", "info", "nothing says under which licence this may be used", { start: 0, end: 0 }),
      problem(
        "version-missing",
        "warning",
        'add "version": 100% of changes need one, see: format',
        in_(WORK, "instrument: work-strain\ntitle"),
        {
          fixes: [{ title: 'add "version: 0.1.0"', safe: false, edits: [{ range: { start: 24, end: 24 }, newText: "version: 0.1.0\n" }] }],
        },
      ),
    ],
    silenced: [
      {
        problem: problem("unused-response", "warning", 'no item uses "often4"', in_(WORK, "often4")),
        by: "comment",
        reason: "kept for the next wave",
      },
    ],
  };
  const wide: CheckedFile = {
    file: "wide, odd.instrument.yaml",
    text: WIDE,
    problems: [
      problem("invalid-id", "error", '"疲労" is no id <only a-z & digits>', in_(WIDE, "疲労")),
      problem("comment-in-text", "warning", "an emoji: \u001b[31mred\u202e", in_(WIDE, "# unten")),
      problem("tab-indent", "error", "a tab cannot indent", in_(WIDE, "sections")),
      problem("long-stem", "info", "long", in_(WIDE, "nurses")),
      problem("yaml-syntax", "error", "the text ends too early", { start: WIDE.length, end: WIDE.length }),
    ],
  };
  return makeReport([wide, work, { file: "clean.instrument.yaml", text: "instrument: ok\n", problems: [] }]);
}

export function in_(text: string, part: string): Range {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

export function problem(
  code: string,
  severity: Severity,
  message: string,
  range: Range,
  more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
): Problem {
  return { code, severity, message, range, related: more.related ?? [], fixes: more.fixes ?? [] };
}

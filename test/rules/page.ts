import type { Fix, Problem } from "../../server/problem.ts";

/** One case of a rule's page: a yaml block whose `^^^` lines say which problems it must give and where. */
export interface Case {
  readonly title: string;
  /** The text as it is read, without its marks, after a head that makes it a document. */
  readonly text: string;
  /** The block as the page has it. */
  readonly expected: string;
  /** Length of the head that was put before the block. */
  readonly head: number;
  /** The same without what was put behind it to make it a whole document. */
  readonly end: number;
  /** Other files that the block refers to, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly fixes: readonly { readonly title: string; readonly text: string }[];
}

const FENCE = /^```yaml(?: (fix|file) "(.*)")?\n([\s\S]*?)^```$/gm;
const MARK = /^ *\^+ (?:error|warning|info) .*\n/gm;
const KIND = /^(?:instrument|delphi|guide|study|library|translation|severities|overrides|extends|targets|lexicon):/m;
const HEAD = `instrument: example
title: A small example
version: 1.0.0
language: en
licence: {name: CC0, spdx: CC0-1.0, permission: free}
`;

/** What a Delphi study has beside the part of it that a block shows, each key where the block has none of its own. */
const STUDY: readonly string[] = [
  "title: What should a staff survey measure?",
  "version: 1.0.0",
  "language: en",
  "licence: {name: CC0, spdx: CC0-1.0, permission: free}",
  "anonymity: quasi",
  "panel: {groups: {staff: {label: Staff, affected: true, target: 41, minimum: 30}}, membership: exactly_one}",
  "responses: {importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}, unable: {code: UR}}}",
  "statements: {work: {response: importance9, items: {w1: Workload, w2: Time pressure}}}",
  "rounds: {1: {mode: rating, opens: 2026-02-02, closes: 2026-02-23}, 2: {mode: rating, opens: 2026-03-16, closes: 2026-04-06}}",
  "consensus: {scope: each_group, include: {percent_in: critical, at_least: 70}, otherwise: carry}",
  "decide_after: [2]",
  "undecided: report",
];

/** The same of a topic guide. */
const GUIDE: readonly string[] = [
  "title: Interviews about the role",
  "version: 1.0.0",
  "language: en",
  "licence: {name: CC0, spdx: CC0-1.0, permission: free}",
  "method: interview",
  "duration: 60 minutes",
  "distress: The interviewer pauses and offers to stop.",
  "consent: [take_part]",
  "topics: {start: {kind: opening, minutes: 10, questions: {q1: What brought you to the role?}}, last: {kind: closing, minutes: 5, questions: {q9: What else would you like to add?}}}",
];

/** The same of a study that joins documents. */
const JOINED: readonly string[] = [
  "title: Staying in the role",
  "version: 1.0.0",
  "language: en",
  "licence: {name: CC0, spdx: CC0-1.0, permission: free}",
  "documents: {survey: survey.instrument.yaml, interviews: interviews.guide.yaml}",
  "phases: {survey: {document: survey}, interviews: {document: interviews, after: survey}}",
];

const KINDS: Readonly<Record<string, readonly string[]>> = { delphi: STUDY, guide: GUIDE, study: JOINED };

/** Documents that guides and studies of the pages may refer to. */
export const BESIDE: ReadonlyMap<string, string> = new Map([
  [
    "survey.instrument.yaml",
    `instrument: survey
title: Staying in the role
version: 1.0.0
language: en
licence: {name: CC0, spdx: CC0-1.0, permission: free}
planned: {n: 300}
responses:
  yes_no: {options: {"yes": "Yes", "no": "No"}}
  agree: {from: 1, to: 6, anchors: {1: Strongly disagree, 6: Strongly agree}}
sections:
  consent:
    kind: consent
    response: yes_no
    items: {take_part: I agree to take part., follow_up: {text: I agree to be asked again., require: false}}
  job:
    items:
      nation: {text: In which nation do you work?, response: {options: {en: England, sc: Scotland, wa: Wales}}}
      role: {text: Which is your role?, response: {options: {nurse: Nurse, link: Link worker, doctor: Doctor, other: Another}}}
      start_date: {text: On which date did you start?, response: {type: date}}
      age: {text: How old are you?, response: {type: integer, min: 16, max: 80, unit: years}, scored: false, privacy: indirect_identifier}
      leave: {text: "In the past 6 months, have you thought about leaving?", response: yes_no, scored: false}
  confidence:
    response: agree
    items: {se1: I can settle a hard day at work., se2: I find another way when a plan fails.}
  strain:
    response: agree
    items: {st1: I feel worn out after work., st2: I find it hard to rest.}
scores:
  self_efficacy: {items: [se1, se2], method: mean, range: [1, 6], higher: more confidence}
  strain_score: {items: [st1, st2], method: sum, range: [2, 12], higher: more strain}
`,
  ],
  [
    "interviews.guide.yaml",
    `guide: interviews
${GUIDE.join("\n")}
`,
  ],
]);

/** The lines that make a block of these kinds a whole document; a key that the block has behind `# ` stays away. */
function restOfStudy(body: string): string {
  const lines = KINDS[/^(delphi|guide|study):/m.exec(body)?.[1] ?? ""];
  if (!lines) return "";
  const missing = lines.filter((line) => !new RegExp(`^(?:# )?${line.slice(0, line.indexOf(":"))}:`, "m").test(body));
  return missing.map((line) => `${line}\n`).join("");
}

/** The cases of a page. A block that does not say what it is gets the head of an instrument, a Delphi study what it lacks behind it. */
export function readPage(page: string): Case[] {
  const cases: Case[] = [];
  let files = new Map<string, string>();
  for (const [, kind, name = "", body = ""] of page.matchAll(FENCE)) {
    if (kind === "file") files.set(name, body);
    else if (kind === "fix") {
      const last = cases.pop();
      if (!last) throw new Error("a fix without a block before it");
      cases.push({ ...last, fixes: [...last.fixes, { title: name, text: body }] });
    } else {
      const head = KIND.test(body) ? "" : HEAD;
      const line = page.slice(0, page.indexOf(body)).split("\n").length;
      const text = head + body.replace(MARK, "");
      const sizes = { head: head.length, end: text.length };
      cases.push({ title: `line ${line}`, text: text + restOfStudy(body), expected: body, ...sizes, files, fixes: [] });
      files = new Map();
    }
  }
  return cases;
}

/** Writes the problems under the lines they start on, as a page has them. */
export function mark(text: string, problems: readonly Problem[]): string {
  const lines = text.split("\n");
  let offset = 0;
  return lines
    .flatMap((line) => {
      const from = offset;
      offset += line.length + 1;
      const here = problems.filter(({ range }) => range.start >= from && range.start < offset);
      return [
        line,
        ...here.map(
          ({ range, severity, code, message }) =>
            `${" ".repeat(range.start - from)}${"^".repeat(Math.max(1, Math.min(range.end, offset - 1) - range.start))} ${severity} ${code}: ${message}`,
        ),
      ];
    })
    .join("\n");
}

/** The text after a fix. */
export function applied(text: string, fix: Fix): string {
  const last = [...fix.edits].sort((a, b) => b.range.start - a.range.start);
  return last.reduce((made, { range, newText }) => made.slice(0, range.start) + newText + made.slice(range.end), text);
}

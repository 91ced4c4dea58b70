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

/** The lines that make a block that begins with `delphi:` a whole study; a key that the block has behind `# ` stays away. */
function restOfStudy(body: string): string {
  if (!/^delphi:/m.test(body)) return "";
  const missing = STUDY.filter((line) => !new RegExp(`^(?:# )?${line.slice(0, line.indexOf(":"))}:`, "m").test(body));
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

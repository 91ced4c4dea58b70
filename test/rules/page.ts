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

/** The cases of a page. A block that does not say what it is gets the head of an instrument. */
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
      cases.push({ title: `line ${line}`, text: head + body.replace(MARK, ""), expected: body, head: head.length, files, fixes: [] });
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

import type { Analysis } from "../../analysis/analysis.ts";
import { table } from "../../rules/index.ts";
import { segmentAt, startOf } from "../../syntax/segmentedText.ts";
import { NEVER_IGNORED } from "../ignoreFix.ts";
import { adderFor, type Completion } from "./completion.ts";

const COMMENT = /#[ \t]*scalewright-ignore[ \t]+[^:\r\n]*$/;

/** The codes of findings inside a comment that silences them: what is found on the line or the next first. Undefined elsewhere. */
export function ignoreCodesAt(analysis: Analysis, offset: number): readonly Completion[] | undefined {
  const { text } = analysis;
  const index = segmentAt(text, offset);
  const from = startOf(text, index);
  const source = text.segments.at(index)?.text ?? "";
  const before = source.slice(0, offset - from);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (!COMMENT.test(line)) return undefined;
  const start = offset - (/[\w-]*$/.exec(line)?.[0].length ?? 0);
  const end = offset + (/^[\w-]*/.exec(source.slice(offset - from))?.[0].length ?? 0);
  const add = adderFor({ start, end });
  const isAlone = line.trimStart().startsWith("#");
  const lines = { start: offset - line.length, end: offset + reach(analysis, offset, isAlone ? 2 : 1) };
  const near = new Map(
    analysis.problems
      .filter(({ code }) => !NEVER_IGNORED.has(code))
      .filter(({ range }) => range.start >= lines.start && range.start <= lines.end)
      .map(({ code, message }) => [code, message]),
  );
  const shown = new Set(line.match(/[a-z][a-z-]+/g) ?? []);
  const others = table.map(({ code }) => code).filter((code) => !near.has(code) && !NEVER_IGNORED.has(code));
  const codes = [...near.keys(), ...others];
  return codes
    .filter((code) => !shown.has(code) || code === source.slice(start - from, end - from))
    .map((code) => add(code, { kind: "word", detail: near.get(code) ?? "", documentation: SUMMARIES.get(code) ?? "" }));
}

/** How far so many lines reach. */
function reach({ text }: Analysis, offset: number, lines: number): number {
  const index = segmentAt(text, offset);
  const rest = `${text.segments.at(index)?.text.slice(offset - startOf(text, index)) ?? ""}${text.segments.at(index + 1)?.text ?? ""}`;
  return rest.split("\n").slice(0, lines).join("\n").length;
}

const SUMMARIES = new Map(table.map(({ code, summary }) => [code, summary]));

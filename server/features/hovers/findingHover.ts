import type { Analysis } from "../../analysis/analysis.ts";
import { table } from "../../rules/index.ts";
import { segmentAt, startOf } from "../../syntax/segmentedText.ts";
import type { Hover } from "../hover.ts";

const INFOS = new Map(table.map((info) => [info.code, info]));
/** More findings on one word are read in the list of problems. */
const MOST = 3;

/** What the findings at an offset are about, in one sentence each with a link to their page. What they say here the editor shows itself. */
export function findingsAt({ problems }: Analysis, offset: number): string {
  const codes = new Set(problems.filter(({ range }) => range.start <= offset && offset <= range.end).map(({ code }) => code));
  return [...codes]
    .slice(0, MOST)
    .flatMap((code) => describeFinding(code) ?? [])
    .join("\n\n");
}

/** The code of a finding in a comment that silences it, or in the settings of a folder. */
export function findingHover(analysis: Analysis, offset: number): Hover | undefined {
  const { text, kind } = analysis;
  const index = segmentAt(text, offset);
  const from = startOf(text, index);
  const source = text.segments.at(index)?.text ?? "";
  const start = offset - (/[a-z0-9-]*$/.exec(source.slice(0, offset - from))?.[0].length ?? 0);
  const end = offset + (/^[a-z0-9-]*/.exec(source.slice(offset - from))?.[0].length ?? 0);
  const line = source.slice(source.lastIndexOf("\n", start - from - 1) + 1, start - from);
  if (kind !== "config" && !/#[ \t]*scalewright-ignore[ \t]+[^:]*$/.test(line)) return undefined;
  const markdown = describeFinding(source.slice(start - from, end - from));
  return markdown === undefined ? undefined : { markdown, range: { start, end } };
}

function describeFinding(code: string): string | undefined {
  const info = INFOS.get(code);
  return info && `[\`${code}\`](scalewright:${code}) · ${info.severity}: ${info.summary}`;
}

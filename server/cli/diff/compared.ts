import type { Analysis, Host } from "../../analysis/analysis.ts";
import { Engine } from "../../analysis/engine.ts";
import { type DocumentDiff, diffDocuments } from "../../diff/diff.ts";
import { statementProblems } from "../../diff/statementProblems.ts";
import { versionProblems } from "../../diff/versionProblems.ts";
import type { Problem } from "../../problem.ts";

/** One version of a document: where it is from, and how what stands beside it is read. */
export interface Version {
  /** As it is shown. */
  readonly file: string;
  readonly absolute: string;
  readonly text: string;
  readonly host: Host;
}

/** Two versions of a document, compared. */
export interface Compared {
  readonly old: Version & { readonly analysis: Analysis };
  readonly now: Version & { readonly analysis: Analysis };
  readonly diff: DocumentDiff;
  /** What the version number and the history of statements fail to say, placed in the new version. */
  readonly problems: readonly Problem[];
}

export function compareVersions(old: Version, now: Version): Compared {
  const [before, after] = [old, now].map(({ text, host }) => new Engine(text, host).analysis);
  if (!before || !after) throw new Error("two versions have two analyses");
  const beside = { old: besideOf(old), now: besideOf(now) };
  const diff = diffDocuments(before, after, beside);
  return {
    old: { ...old, analysis: before },
    now: { ...now, analysis: after },
    diff,
    problems: [...versionProblems(diff, after), ...statementProblems(before, after)],
  };
}

const besideOf =
  ({ host }: Version) =>
  (path: string): string | undefined =>
    host.isOutside?.(path) ? undefined : host.read(path);

import { CHANGE_CLASSES, type ChangeClass } from "../../diff/change.ts";
import type { Comparability } from "../../diff/comparability.ts";
import type { DocumentDiff } from "../../diff/diff.ts";
import { clean } from "../print/excerpt.ts";
import { plural } from "../print/text.ts";

/** What each class of change is called at the head of its list. */
export const CLASS_TITLES: Readonly<Record<ChangeClass, string>> = {
  "data column": "data columns",
  scoring: "scoring",
  key: "key: what answers count",
  code: "codes of answers",
  routing: "routing: who is asked what",
  option: "options",
  wording: "wording",
  translation: "translations",
  cosmetic: "cosmetic: nobody who answers or scores meets it",
};

/** How two versions differ, for people at a terminal. */
export function printDiffText(name: string, diff: DocumentDiff): string {
  const lines = [`${clean(name)}: ${headline(diff)}`];
  for (const kind of CHANGE_CLASSES) {
    const changes = diff.changes.filter((change) => change.class === kind);
    if (changes.length === 0) continue;
    lines.push("", CLASS_TITLES[kind]);
    for (const { message, needs } of changes.slice(0, most(kind))) lines.push(`  ${needs === "major" ? "!" : "-"} ${clean(message)}`);
    if (changes.length > most(kind)) lines.push(`  and ${changes.length - most(kind)} more`);
  }
  const told = toldScores(diff.scores);
  if (told.length > 0) lines.push("", "scores");
  for (const score of told) lines.push(...scoreLines(score));
  if (isIncomplete(diff)) lines.push("", "a version has errors: what could not be read was not compared");
  return `${lines.join("\n")}\n`;
}

/** What nobody meets is told of in short. */
export const most = (kind: ChangeClass): number => (kind === "cosmetic" ? 10 : Number.MAX_SAFE_INTEGER);

/** Whether errors in a version kept parts of it from being compared. */
export const isIncomplete = ({ unread }: DocumentDiff): boolean => unread.old.length + unread.now.length > 0;

export function headline(diff: DocumentDiff): string {
  const { changes, needs, oldVersion, version } = diff;
  if (changes.length === 0) return isIncomplete(diff) ? "nothing changed in what could be read" : "nothing changed";
  const versions = oldVersion === undefined && version === undefined ? "" : `, version ${oldVersion ?? "none"} -> ${version ?? "none"}`;
  return `${plural(changes.length, "change")}${versions}; ${NEEDED[needs]}`;
}

const NEEDED = {
  none: "no new version is needed",
  patch: "needs a new version (patch): only words changed",
  minor: "needs a new version (minor): data stay comparable",
  major: "needs a new version (major): data or scores are not comparable",
} as const;

/** Scores that nothing touched are not worth a line where others were touched. */
export const toldScores = (scores: readonly Comparability[]): readonly Comparability[] =>
  scores.some(({ comparable }) => comparable !== "yes") ? scores : [];

export const VERDICTS: Readonly<Record<Comparability["comparable"], string>> = {
  yes: "comparable",
  "with care": "comparable with care",
  no: "NOT comparable",
  new: "new",
  gone: "removed",
};

const MOST_REASONS = 5;

function scoreLines({ score, formerly, comparable, reasons }: Comparability): string[] {
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => `      ${clean(reason)}`);
  if (reasons.length > MOST_REASONS) shown.push(`      and ${reasons.length - MOST_REASONS} more reasons`);
  return [`  ${score}${formerly === undefined ? "" : ` (formerly ${formerly})`}: ${VERDICTS[comparable]}`, ...shown];
}

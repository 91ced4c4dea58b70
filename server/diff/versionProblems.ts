import type { Analysis } from "../analysis/analysis.ts";
import type { Problem, Range, Related } from "../problem.ts";
import type { Bump } from "./change.ts";
import { type DocumentDiff, isTorn } from "./diff.ts";
import { nextVersion, saysEnough, stepBetween, versionNumber } from "./version.ts";

/** What is wrong with the version number of a document beside what changed in it. */
export function versionProblems(diff: DocumentDiff, now: Analysis): readonly Problem[] {
  const { needs, oldVersion, version } = diff;
  if (needs === "none" || now.kind === "config") return [];
  const [before, after] = [versionNumber(oldVersion), versionNumber(version)];
  const wanted = before && nextVersion(before, needs);
  // What seems to have changed, the version too, may come from what could not be read.
  if (isTorn(diff.unread.old) || isTorn(diff.unread.now)) return [];
  if (version === undefined) {
    if (oldVersion !== undefined)
      return [
        problem(
          "version-not-bumped",
          `version ${oldVersion} was taken away, and the document has changed: ${first(diff, needs)}`,
          diff,
          now,
          wanted,
        ),
      ];
    if (needs !== "major") return [];
    return [
      problem(
        "undeclared-breaking-change",
        `${first(diff, needs)}: data of before and after may not be put together, and no version tells them apart`,
        diff,
        now,
      ),
    ];
  }
  if (oldVersion === undefined) return [];
  const step = before && after ? stepBetween(before, after) : oldVersion === version ? "none" : needs;
  if (step === "lower")
    return [
      problem(
        "version-not-bumped",
        `version ${version} is below the former ${oldVersion}, and the document has changed: ${first(diff, needs)}`,
        diff,
        now,
        wanted,
      ),
    ];
  if (saysEnough(step, needs)) return [];
  const asks = wanted === undefined ? `another version than ${oldVersion}` : `version ${wanted}`;
  if (needs === "major") {
    const says = step === "none" ? `the version is still ${version}` : `version ${version} says that data of ${oldVersion} are as these`;
    return [problem("undeclared-breaking-change", `${first(diff, needs)}: this needs ${asks}, and ${says}`, diff, now, wanted)];
  }
  const says = step === "none" ? `the version is still ${version}` : `version ${version} says that only words changed`;
  const found = problem("version-not-bumped", `${first(diff, needs)}: this needs ${asks}, and ${says}`, diff, now, wanted);
  return [step === "none" ? found : { ...found, severity: "warning" }];
}

function problem(code: string, message: string, diff: DocumentDiff, now: Analysis, wanted?: string): Problem {
  const version = now.fields.find(({ name }) => name === "version");
  const field = version ?? now.fields[0];
  const node = field && (field.value.end > field.value.start ? field.value : field.key);
  const range: Range = field && node ? now.range({ segment: field.segment, start: node.start, end: node.end }) : { start: 0, end: 0 };
  const related = diff.changes
    .filter(({ needs, now: place }) => needs === diff.needs && place)
    .slice(0, MOST_RELATED)
    .flatMap(({ message: says, now: place }): Related[] => (place ? [{ message: says, ...now.locate(place) }] : []));
  const edits = version && wanted !== undefined ? [{ range, newText: wanted }] : [];
  const fixes = edits.length > 0 ? [{ title: `Change to version ${wanted}`, safe: false, edits }] : [];
  return { code, severity: "error", message, range, related, fixes };
}

const MOST_RELATED = 10;

/** The first of the changes that ask for this, and how many more there are. */
function first({ changes }: DocumentDiff, needs: Bump): string {
  const all = changes.filter((change) => change.needs === needs);
  return `${all[0]?.message ?? ""}${all.length > 1 ? ` (and ${all.length - 1} more)` : ""}`;
}

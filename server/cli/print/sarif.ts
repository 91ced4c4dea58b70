import { isAbsolute, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Severity } from "../../problem.ts";
import type { PositionRange } from "../positions.ts";
import { pageUrl, VERSION } from "../version.ts";
import { fingerprints } from "./fingerprint.ts";
import type { FileReport, Finding, Report } from "./report.ts";

/** What SARIF says about a kind of finding, from the table of rules. */
export interface RuleInfo {
  readonly code: string;
  readonly severity: Severity;
  readonly category?: string | undefined;
  readonly summary: string;
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;
const ROOT = "%SRCROOT%";

/** `--format sarif`: the Static Analysis Results Interchange Format 2.1.0 (OASIS), as code scanning services read it. */
export function printSarif(report: Report, known: readonly RuleInfo[], cwd: string): string {
  const rules = rulesOf(report, known);
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const results = report.files.flatMap((file) => resultsOf(file, report, ruleIndex, cwd));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "scalewright", semanticVersion: VERSION, rules } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { description: { text: "the folder that the check ran in" } } },
        artifacts: report.files.map(({ file }) => ({ location: artifact(file, cwd), encoding: "utf-8" })),
        results,
        invocations: [{ executionSuccessful: true }],
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

/** Every code of the run, in the order of the alphabet, so that the index of a rule does not depend on the files. */
function rulesOf(report: Report, known: readonly RuleInfo[]) {
  const infos = new Map(known.map((rule) => [rule.code, rule]));
  for (const finding of report.files.flatMap((file) => [...file.findings, ...file.silenced.map((silenced) => silenced.finding)])) {
    if (!infos.has(finding.code)) infos.set(finding.code, { ...finding, summary: finding.code.replaceAll("-", " ") });
  }
  return [...infos.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, severity, summary }) => ({
      id: code,
      shortDescription: { text: summary },
      defaultConfiguration: { level: LEVELS[severity] },
      help: { text: `scalewright explain ${code}` },
      ...(pageUrl(code) === undefined ? {} : { helpUri: pageUrl(code) }),
    }));
}

function resultsOf(file: FileReport, report: Report, ruleIndex: ReadonlyMap<string, number>, cwd: string) {
  const silenced = file.silenced.map((entry) => entry.finding);
  const names = fingerprints(report, { file: file.file, findings: [...file.findings, ...silenced] });
  const result = (finding: Finding, suppressions: readonly object[]) => ({
    ruleId: finding.code,
    ruleIndex: ruleIndex.get(finding.code),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: location(file.file, finding.range, cwd) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((place, id) => ({
            id,
            message: { text: place.message },
            physicalLocation: location(place.file, place.range, cwd),
          })),
        }),
    partialFingerprints: { "scalewright/v1": names.get(finding) },
    ...(finding.fix === null
      ? {}
      : {
          fixes: [
            {
              description: { text: finding.fix.title },
              artifactChanges: [
                {
                  artifactLocation: artifact(file.file, cwd),
                  replacements: finding.fix.edits.map((edit) => ({
                    deletedRegion: region(edit.range),
                    insertedContent: { text: edit.newText },
                  })),
                },
              ],
            },
          ],
        }),
    suppressions,
  });
  return [
    ...file.findings.map((finding) => result(finding, [])),
    ...file.silenced.map(({ finding, by, reason }) =>
      result(finding, [{ kind: by === "comment" ? "inSource" : "external", ...(reason === "" ? {} : { justification: reason }) }]),
    ),
  ];
}

function location(file: string, range: PositionRange, cwd: string) {
  return { artifactLocation: artifact(file, cwd), region: region(range) };
}

/** SARIF counts lines and columns from 1; the end column is the one after the last. */
function region({ start, end }: PositionRange) {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Relative to the folder of the run where the file lies in it, so that the log means the same on another machine. */
function artifact(file: string, cwd: string) {
  const path = isAbsolute(file) ? relative(cwd, file).replaceAll("\\", "/") : file.replace(/^(?:\.\/)+/, "");
  if (isAbsolute(path) || path.startsWith("../")) return { uri: pathToFileURL(`${cwd}/${path}`).href };
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: ROOT };
}

import { categories } from "../evidence/categories.ts";
import { nearest } from "../expression/nearest.ts";
import { isBranch } from "../model/branches.ts";
import { fieldsIn, find, type LocalProblem, listIn, mapFields, type Reading, wordIn } from "../model/read/reader.ts";
import { readSettings } from "../model/settings.ts";
import { SETTINGS_FILES } from "../model/settingsFiles.ts";
import { dataFindings } from "../rules/data/index.ts";
import { table } from "../rules/index.ts";
import { type Field, outline } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";
import { split } from "../syntax/split.ts";
import type { Host } from "./analysis.ts";
import { problem } from "./documentProblems.ts";

const READING: Reading = { report: () => undefined, anchor: () => undefined };
const KNOWN: ReadonlySet<string> = new Set([...categories, ...[...table, ...dataFindings].map(({ code }) => code)]);

/** What settings say of findings that nobody knows, and of files that are not there: both would silently say nothing. */
export function configProblems(fields: readonly Field[], host: Host): readonly LocalProblem[] {
  const overrides = listIn(READING, find(fields, "overrides")).map(({ segment, node }) => mapFields(READING, segment, node));
  return [...[fields, ...overrides].flatMap(unknownFindings), ...extendsProblems(fields, host), ...unreadProblem(fields, host)];
}

/** Of two files of settings in one folder one would silently say nothing. */
function unreadProblem([first]: readonly Field[], host: Host): readonly LocalProblem[] {
  const [read, other] = SETTINGS_FILES;
  if (!first || host.own?.endsWith(`/${other}`) !== true || host.read(read) === undefined) return [];
  const message = `this file is not read, because "${read}" stands beside it: keep one of the two`;
  return [problem("multiple-documents", "error", message, placeIn(first.segment, first.key))];
}

function unknownFindings(fields: readonly Field[]): readonly LocalProblem[] {
  return (fieldsIn(READING, find(fields, "severities")) ?? []).flatMap(({ name, segment, key }) => {
    if (KNOWN.has(name) || name.startsWith("x-")) return [];
    const guess = nearest(name, KNOWN);
    const at = placeIn(segment, key);
    const hint = guess === undefined ? '; "scalewright rules" lists them' : `; did you mean "${guess}"?`;
    const fixes = guess === undefined ? [] : [{ title: `Change to "${guess}"`, safe: true, edits: [{ at, newText: guess }] }];
    return [problem("unknown-key", "error", `no finding and no category of findings is called "${name}"${hint}`, at, { fixes })];
  });
}

function extendsProblems(fields: readonly Field[], host: Host): readonly LocalProblem[] {
  const field = find(fields, "extends");
  const path = wordIn(READING, field);
  // Without a folder nothing is known of other files.
  if (!field || path === undefined || host.isOutside === undefined) return [];
  const refuse = (code: string, message: string) => [problem(code, "error", message, placeIn(field.segment, field.value))];
  const seen = new Set<string>();
  for (let at: string | undefined = path; at !== undefined; ) {
    if (host.isOutside(at)) return refuse("import-outside-workspace", `"${at}" leaves the folder that is worked in: it is not read`);
    const text = host.read(at);
    if (text === undefined) return refuse("import-not-found", `there is no file "${at}" beside this one`);
    const name = host.nameOf?.(at) ?? at;
    if (seen.has(name) || name === host.nameOf?.(host.own ?? ""))
      return refuse("import-cycle", `"${path}" extends itself, directly or through others`);
    seen.add(name);
    const { extended } = readSettings(outline(split(text, isBranch)));
    at = extended === undefined ? undefined : at.slice(0, at.lastIndexOf("/") + 1) + extended.replace(/^\.\//, "");
  }
  return [];
}

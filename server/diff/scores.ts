import { printFormula } from "../expression/printFormula.ts";
import type { Bands, Case, LookupTable, MissingRule, Score } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import { formulasOf, type Member, membersOf, neededCount } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { addedAndRemoved } from "./addedAndRemoved.ts";
import type { Change } from "./change.ts";
import { commonForm } from "./commonForm.ts";
import { contributionChange } from "./contributions.ts";
import { canonical } from "./formulas.ts";
import type { Versions } from "./items.ts";
import type { Matched } from "./renamed.ts";
import { textChanges } from "./texts.ts";

/** What stands beside a document: the text of a table of norms. */
export interface Beside {
  readonly old?: (path: string) => string | undefined;
  readonly now?: (path: string) => string | undefined;
}

/** The definition of a score in parts that compare as text, whatever they are called and however they are written. */
interface Definition {
  readonly [part: string]: string;
}

/** How the scores differ in what they are made of and in what is made of them. */
export function scoreChanges(versions: Versions, scores: Matched, renamed: ReadonlyMap<string, string>, beside: Beside): Change[] {
  const { old, now } = versions;
  const changes = addedAndRemoved(
    "score",
    { old: old.scores, now: now.scores },
    scores,
    (id) => [id],
    ({ helper }, version) => (helper ? { class: "scoring", needs: version === "now" ? "minor" : "patch" } : undefined),
  );
  for (const pair of scores.both) {
    const [before, after] = [old.scores.get(pair.old), now.scores.get(pair.now)];
    if (before && after) changes.push(...oneScore(before, after, versions, renamed, beside));
  }
  return changes;
}

/** What a score says, as one text: two scores that say the same are one that was renamed. */
export function scoreLikeness(
  { old, now }: Versions,
  score: Score,
  version: "old" | "now",
  items: ReadonlyMap<string, string>,
  beside: Beside,
) {
  const instrument = version === "old" ? old : now;
  const read = version === "old" ? beside.old : beside.now;
  return JSON.stringify(definitionOf(instrument, score, version === "old" ? NONE : items, read));
}

function oneScore(old: Score, now: Score, versions: Versions, renamed: ReadonlyMap<string, string>, beside: Beside): Change[] {
  const changes: Change[] = [];
  const at = { old: origins.name(old), now: origins.name(now), concerns: [now.id] };
  const add = (
    kind: Change["class"],
    needs: Change["needs"],
    effect: Change["effect"],
    message: string,
    key?: keyof Score & string,
    outputs?: readonly string[],
  ) =>
    changes.push({
      class: kind,
      needs,
      message,
      ...at,
      ...(key ? { old: origins.value(old, key), now: origins.value(now, key) } : {}),
      effect,
      ...(outputs ? { outputs } : {}),
    });
  const name = `"${now.id}"`;
  if (old.id !== now.id) add("data column", old.helper ? "patch" : "major", "none", `score "${old.id}" is now called ${name}`);
  const [before, after] = [definitionOf(versions.old, old, NONE, beside.old), definitionOf(versions.now, now, renamed, beside.now)];
  // What is compared goes by the names of the old version.
  const asWritten = renamed.size > 0 ? definitionOf(versions.now, now, NONE, beside.now) : after;
  for (const part of new Set([...Object.keys(after), ...Object.keys(before)])) {
    if (before[part] === after[part]) continue;
    if (isRewritten(part, old, now, versions, renamed)) {
      add("cosmetic", "none", "none", `the ${part} of ${name} is written in another way and gives the same`, KEYS[part]);
      continue;
    }
    const [was, is] = [before[part] ?? "", after[part] ?? ""].map((text) => text.replace(FINGERPRINT, ""));
    const outputs = outputsOf(part, old, now);
    add(
      "scoring",
      "major",
      outputs ? "care" : "breaks",
      was === is
        ? `the table in a file that the ${part} of ${name} uses has other rows`
        : `the ${part} of ${name} ${WERE(part)} ${was || "none"} and ${WERE(part) === "were" ? "are" : "is"} now ${is || "none"}${asWritten[part] === after[part] ? "" : ", by the former names"}`,
      KEYS[part],
      outputs,
    );
  }
  changes.push(...memberChanges(old, now, versions, renamed));
  if (old.helper !== now.helper)
    add(
      "data column",
      now.helper ? "major" : "minor",
      "none",
      `${name} is ${now.helper ? "now a helper, which is not exported" : "no longer a helper: it is now exported"}`,
    );
  const { language } = versions;
  changes.push(...textChanges(old.label, now.label, language, { what: `the label of ${name}`, isRead: false, ...at }));
  changes.push(...textChanges(old.higher, now.higher, language, { what: `what a higher ${name} means`, isRead: false, ...at }));
  changes.push(...textChanges(old.unit, now.unit, language, { what: `the unit of ${name}`, isRead: false, ...at }));
  const [range, rangeNow] = [declared(old), declared(now)];
  if (range !== rangeNow) add("cosmetic", "none", "none", `the declared range of ${name} was ${range} and is now ${rangeNow}`, "range");
  for (const { name: cutOff, source } of now.cutOffs) {
    const former = old.cutOffs.find((one) => one.name === cutOff);
    if (former && former.source !== source)
      add("cosmetic", "none", "none", `the source of the cut-off "${cutOff}" of ${name} is another`, "cutOffs");
  }
  if (old.source !== now.source) add("cosmetic", "none", "none", `the source of ${name} is another`, "source");
  return changes;
}

/** Whether a formula or a condition of a person's score is proved to give the same as before. */
function isRewritten(part: string, old: Score, now: Score, versions: Versions, renamed: ReadonlyMap<string, string>): boolean {
  if (old.level !== "person" || now.level !== "person") return false;
  const [was, is] = part === "formula" ? [old.value, now.value] : part === "condition" ? [old.when, now.when] : [];
  const form = was && commonForm(versions.old, was, NONE);
  return form !== undefined && is !== undefined && form === commonForm(versions.now, is, renamed);
}

/** What is read of a score (`total.band`) where a part of its definition is no part of its value. */
function outputsOf(part: string, old: Score, now: Score): readonly string[] | undefined {
  if (part === "bands") return ["band"];
  if (part === "cut-offs") return [...old.cutOffs, ...now.cutOffs].map(({ name }) => name);
  const set = /^band set "(.*)"$/.exec(part)?.[1];
  return set === undefined ? undefined : [set];
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Of the text of a file, which is compared and not shown. */
const FINGERPRINT = / #[0-9a-f]+-\d+/g;

const WERE = (part: string): "was" | "were" => (part.endsWith("s") && part !== "smallest group" ? "were" : "was");

const KEYS: Record<string, keyof Score & string> = {
  condition: "when",
  formula: "value",
  cases: "cases",
  method: "method",
  "missing rule": "missing",
  transform: "transform",
  rounding: "round",
  bands: "bands",
  "cut-offs": "cutOffs",
};

function definitionOf(instrument: Versions["now"], score: Score, renamed: ReadonlyMap<string, string>, read: Beside["now"]): Definition {
  const former = (id: string) => renamed.get(id) ?? id;
  const { members } = membersOf(instrument, score);
  const count = members.length;
  const sets = [...score.bandSets].map(([name, set]) => [`band set "${name}"`, bandText(set, former)] as const);
  return {
    kind: score.value ? "formula" : score.cases ? "cases" : score.entries ? "items" : "nothing",
    condition: canonical(instrument, score.when, renamed),
    formula: canonical(instrument, score.value, renamed),
    cases: (score.cases ?? []).map((one) => caseText(instrument, one, renamed)).join("; "),
    tables: tablesIn(instrument, score, former, read),
    method: methodText(score, members),
    "missing rule": score.entries ? missingText(score, count, former) : "",
    transform: score.transform.map((step) => stepText(instrument, step, former, read)).join(", "),
    rounding: score.round ? `to ${printExact(score.round.to)} ${(score.round.mode ?? "").replace("_", " ")}`.trim() : "",
    level: score.level,
    grouping: score.by === undefined ? "" : former(score.by),
    "smallest group": score.smallestGroup === undefined ? "" : String(score.smallestGroup),
    bands: bandText(score.bands, former),
    "cut-offs": score.cutOffs
      .map(
        ({ name, comparison, at, by }) =>
          `${name} ${comparison.replace("_", " ")} ${printExact(at)}${by ? ` for ${former(by.item)} ${by.code}` : ""}`,
      )
      .toSorted()
      .join(", "),
    ...Object.fromEntries(sets),
  };
}

/** Of one entry that may not be missing all methods make the same, unless it has a weight: a mean divides by it again. */
function methodText({ method, missing }: Score, members: readonly Member[]): string {
  const [only, ...others] = members;
  if (!only || others.length > 0 || neededCount(missing, 1) < 1) return method ?? "";
  if (only.weight.equals(1)) return "";
  return method === "mean" ? "mean" : "sum";
}

/** What the formulas of a score look up. */
function tablesIn(instrument: Versions["now"], score: Score, former: (id: string) => string, read: Beside["now"]): string {
  const words = new Set(formulasOf(score).flatMap((formula) => printFormula(formula).match(/[a-z][a-z0-9_.]*/g) ?? []));
  const named = instrument.tables.ids().filter((id) => words.has(id));
  return named.map((id) => `(${tableText(instrument.tables.get(id) ?? NO_TABLE, former, read)})`).join(", ");
}

const NO_TABLE: LookupTable = { id: "", rows: [], by: [] };

function missingText(score: Score, count: number, former: (id: string) => string): string {
  const { missing } = score;
  const needed = neededCount(missing, count);
  if (needed >= count) return "none may be missing";
  const fill = fillText(missing?.fill);
  const always = (missing?.always ?? []).map(former).toSorted();
  return [
    `${needed} of ${count} needed`,
    ...(always.length > 0 ? [`always ${always.join(", ")}`] : []),
    ...(fill === "" ? [] : [fill]),
  ].join(", ");
}

/** Nothing filled in is what is done where nothing is said. */
function fillText(fill: MissingRule["fill"]): string {
  if (fill === undefined || fill === "none") return "";
  return `filled by ${typeof fill === "string" ? fill.replace("_", " ") : printExact(fill)}`;
}

function stepText(
  instrument: Versions["now"],
  step: Score["transform"][number],
  former: (id: string) => string,
  read: Beside["now"],
): string {
  switch (step.kind) {
    case "lookup": {
      const table = instrument.tables.get(step.table);
      return `lookup (${table ? tableText(table, former, read) : "unknown"})`;
    }
    case "rescale":
      return `rescale ${printExact(step.low)} to ${printExact(step.high)}`;
    case "t":
    case "z":
      return `${step.kind} with mean ${printExact(step.mean)} and sd ${printExact(step.sd)}`;
    default:
      return `${step.kind} ${printExact(step.by)}`;
  }
}

/** The rows of a table, or the text of the file that holds them. */
export function tableText(table: LookupTable, former: (id: string) => string, read: Beside["now"]): string {
  const rows = table.rows.map(
    ({ from, to, value }) => `${printExact(from)}${from.equals(to) ? "" : `..${printExact(to)}`}: ${printExact(value)}`,
  );
  const file = table.file === undefined ? [] : [`"${table.file}"${read ? ` #${fingerprint(read(table.file) ?? "")}` : ""}`];
  return [...table.by.map((id) => `by ${former(id)}`), ...(table.value ? [table.value] : []), ...rows, ...file].join(", ");
}

/** A short name for a long text (FNV-1a, 32 bits): only whether two are equal is asked. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text.replaceAll("\r\n", "\n")) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}

function bandText(bands: Bands | undefined, former: (id: string) => string): string {
  if (bands === undefined) return "";
  const list = (all: readonly { readonly name: string; readonly from: Exact; readonly to?: Exact }[]) =>
    all.map(({ name, from, to }) => `${name} ${printExact(from)}${to === undefined ? "" : ` to ${printExact(to)}`}`).join(", ");
  if (bands.kind === "bands") return list(bands.bands);
  return [...bands.sets].map(([code, set]) => `${former(bands.by)} ${code}: ${list(set)}`).join("; ");
}

function caseText(instrument: Versions["now"], { when, is }: Case, renamed: ReadonlyMap<string, string>): string {
  const result =
    is.kind === "expression"
      ? canonical(instrument, is.value, renamed)
      : is.kind === "number"
        ? printExact(is.value)
        : is.kind === "missing"
          ? "missing"
          : String(is.value);
  return when ? `${canonical(instrument, when, renamed)}: ${result}` : `otherwise ${result}`;
}

function declared({ range }: Score): string {
  if (range === undefined) return "not declared";
  return `${range.min ? printExact(range.min) : "open"} to ${range.max ? printExact(range.max) : "open"}`;
}

/** Which items a score is made from, and how the answers to each count. */
function memberChanges(old: Score, now: Score, versions: Versions, renamed: ReadonlyMap<string, string>): Change[] {
  const olds = membersOf(versions.old, old).members;
  const news = membersOf(versions.now, now).members;
  const former = (id: string) => renamed.get(id) ?? id;
  const changes: Change[] = [];
  const at = { old: origins.value(old, "entries"), now: origins.value(now, "entries"), concerns: [now.id] };
  const name = `"${now.id}"`;
  const left = [...olds];
  for (const member of news) {
    const place = left.findIndex(({ id }) => id === former(member.id));
    const [before] = place < 0 ? [] : left.splice(place, 1);
    if (before === undefined) {
      changes.push({ class: "scoring", needs: "major", message: `"${member.id}" now goes into ${name}`, ...at, effect: "breaks" });
      continue;
    }
    const message = contributionChange(
      { instrument: versions.old, member: before },
      { instrument: versions.now, member },
      versions.language,
    );
    if (message)
      changes.push({ class: "key", needs: "major", message: `in ${name}, ${message}`, ...at, effect: "breaks", member: member.id });
  }
  const today = new Map([...renamed].map(([id, was]) => [was, id]));
  for (const { id } of left) {
    const called = today.get(id);
    const who = called === undefined ? `"${id}"` : `"${called}", formerly "${id}",`;
    changes.push({ class: "scoring", needs: "major", message: `${who} no longer goes into ${name}`, ...at, effect: "breaks" });
  }
  return changes;
}

import { SaxesParser } from "saxes";
import type { Status } from "../readTranslation.ts";
import type { SourceText } from "../sourceTexts.ts";
import { placeholderId } from "./writeXliff.ts";

/** What an exchange file brings for the texts of a document. */
export interface ReadXliff {
  readonly language: string;
  readonly given: ReadonlyMap<string, { readonly words?: string; readonly status?: Status }>;
  /** Why the file is refused, each with its line and column from 1: nothing is taken from a file that has any. */
  readonly refused: readonly { readonly line: number; readonly column: number; readonly message: string }[];
}

interface Unit {
  readonly id: string;
  readonly line: number;
  readonly column: number;
  source: string;
  target?: string;
  targetLine: number;
  targetColumn: number;
  state: string;
  unsaid: boolean;
  /** Placeholders by id, in source and target. */
  readonly placeholders: { source: string[]; target: string[] };
  readonly data: Map<string, string>;
}

/** Reads XLIFF 2.0 back. Ids that the document does not have, texts that have changed since, and lost or added placeholders are refused. */
export function readXliff(text: string, sources: readonly SourceText[], language: string): ReadXliff {
  const refused: { line: number; column: number; message: string }[] = [];
  const known = new Map(sources.map((source) => [source.key, source]));
  const units: Unit[] = [];
  const state: Open = { path: [], depth: 0, texts: 0 };
  let trgLang = "";
  const parser = new SaxesParser({ xmlns: true, position: true });
  const here = () => ({ line: parser.line, column: parser.column + 1 });
  const refuse = (message: string, at: { readonly line: number; readonly column: number } = here()) =>
    void refused.push({ line: at.line, column: at.column, message });
  parser.on("error", (error) => refuse(`the file is no well-formed XML: ${error.message.replace(/^\S*?\d+:\d+:\s*/, "")}`));
  // A document type could name files and swell without end; XLIFF has none.
  parser.on("doctype", () => refuse("a document type may not stand in an exchange file"));
  parser.on("opentag", (tag) => {
    const value = (name: string) => Object.values(tag.attributes).find((attribute) => attribute.name === name)?.value;
    if (state.path.length === 0) {
      if (tag.local !== "xliff" || tag.uri !== NAMESPACE) refuse('this is no XLIFF 2 file: its first element is not "xliff" of version 2');
      else if (!/^2\.\d$/.test(value("version") ?? "")) refuse(`version "${value("version") ?? ""}" of XLIFF is not read, only 2.0 to 2.2`);
      trgLang = value("trgLang") ?? "";
      if (trgLang !== "" && trgLang.toLowerCase() !== language.toLowerCase())
        refuse(`the file is in "${trgLang}" and not in "${language}"`);
    }
    state.path.push(tag.local);
    if (tag.uri !== NAMESPACE) return;
    const unit = units.at(-1);
    if (tag.local === "unit") {
      const id = value("id") ?? "";
      if (!known.has(id)) refuse(`the document has no text "${id}"`);
      if (units.some((one) => one.id === id)) refuse(`"${id}" stands there twice`);
      units.push({
        id,
        ...here(),
        source: "",
        targetLine: 0,
        targetColumn: 0,
        state: "initial",
        unsaid: false,
        placeholders: { source: [], target: [] },
        data: new Map(),
      });
    } else if (unit === undefined) return;
    else if (tag.local === "segment") {
      unit.state = value("state") ?? (unit.state === "initial" ? "initial" : unit.state);
      unit.unsaid = value("subState") === "scalewright:unsaid";
    } else if (tag.local === "target") {
      unit.target ??= "";
      Object.assign(unit, { targetLine: parser.line, targetColumn: parser.column + 1 });
    } else if (tag.local === "data") state.data = value("id");
    else if (tag.local === "cp") append(unit, state, String.fromCodePoint(Number.parseInt(value("hex") ?? "FFFD", 16)));
    else if (tag.local === "ph") {
      const side = sideOf(state);
      if (side === undefined) return;
      const id = value("id") ?? "";
      unit.placeholders[side].push(id);
      append(unit, state, unit.data.get(value("dataRef") ?? "") ?? value("disp") ?? `{${id}}`);
    } else if (
      ["pc", "sc", "ec", "mrk", "sm", "em"].includes(tag.local) &&
      sideOf(state) === "target" &&
      tag.local !== "mrk" &&
      tag.local !== "sm" &&
      tag.local !== "em"
    )
      refuse(`"${tag.local}" stands in the translation of "${unit.id}", and the text of the document has no such mark`);
  });
  parser.on("closetag", () => void state.path.pop());
  const add = (words: string) => {
    const unit = units.at(-1);
    if (unit === undefined) return;
    if (state.path.at(-1) === "data" && state.data !== undefined) unit.data.set(state.data, (unit.data.get(state.data) ?? "") + words);
    else append(unit, state, words);
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(text).close();
  if (refused.length === 0 && units.length === 0) refuse("the file holds no texts", { line: 1, column: 1 });
  for (const unit of units) checkUnit(unit, known.get(unit.id), refuse);
  const given = new Map(units.flatMap((unit) => takenFrom(unit)));
  return { language: trgLang === "" ? language : trgLang, given, refused: refused.sort((a, b) => a.line - b.line || a.column - b.column) };
}

const NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";

interface Open {
  readonly path: string[];
  depth: number;
  texts: number;
  data?: string;
}

/** Whether words belong to the source or the target of a unit: notes and other parts have words as well. */
function sideOf({ path }: Open): "source" | "target" | undefined {
  const at = Math.max(path.lastIndexOf("source"), path.lastIndexOf("target"));
  return at > 0 && path[at - 1] === "segment"
    ? (path[at] as "source" | "target")
    : at > 0 && path[at - 1] === "ignorable"
      ? (path[at] as "source" | "target")
      : undefined;
}

function append(unit: Unit, open: Open, words: string): void {
  const side = sideOf(open);
  if (side === "source") unit.source += words;
  else if (side === "target") unit.target = (unit.target ?? "") + words;
}

function checkUnit(
  unit: Unit,
  source: SourceText | undefined,
  refuse: (message: string, at?: { line: number; column: number }) => void,
): void {
  if (source === undefined) return;
  if (unit.source !== source.words)
    refuse(`the text "${unit.id}" is another one in the document now: export it again`, { line: unit.line, column: unit.column });
  if (unit.target === undefined || unit.target.trim() === "") return;
  const at = { line: unit.targetLine, column: unit.targetColumn };
  const wanted = placeholdersOf(source.words);
  const there = [...unit.placeholders.target];
  for (const { id, pipe } of wanted) {
    const found = there.indexOf(id);
    if (found < 0) refuse(`the translation of "${unit.id}" has lost the inserted answer ${pipe}`, at);
    else there.splice(found, 1);
  }
  for (const id of there) refuse(`the translation of "${unit.id}" has a placeholder "${id}" that the text does not have`, at);
}

function placeholdersOf(words: string): readonly { readonly id: string; readonly pipe: string }[] {
  const counts = new Map<string, number>();
  return [...words.matchAll(/\{[a-z][a-z0-9_]*\}/g)].map(([pipe]) => {
    const count = (counts.get(pipe) ?? 0) + 1;
    counts.set(pipe, count);
    return { id: placeholderId(pipe, count), pipe };
  });
}

const STATUSES: Readonly<Record<string, Status | undefined>> = { translated: "draft", reviewed: "reviewed", final: "approved" };

function takenFrom(unit: Unit): readonly (readonly [string, { readonly words: string; readonly status?: Status }])[] {
  if (unit.target === undefined || unit.target.trim() === "") return [];
  return [[unit.id, { words: unit.target, status: unit.unsaid ? undefined : (STATUSES[unit.state] ?? "draft") }]];
}

import type { Analysis } from "../analysis/analysis.ts";
import { describeKey, entryKeyAt, type KeyDescription, keysAt } from "../model/keys.ts";
import { sliceText } from "../syntax/segmentedText.ts";
import { answersFor } from "./completions/answers.ts";
import { type Add, adderFor, type Completion } from "./completions/completion.ts";
import { findingCodesAt } from "./completions/findingCodes.ts";
import { formulaWords } from "./completions/formulaWords.ts";
import { ignoreCodesAt } from "./completions/ignoreCodes.ts";
import { namesFor, sectionsToInclude } from "./completions/names.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { withJoined } from "./joinedInstruments.ts";
import { ownNames } from "./ownNames.ts";
import { siblingsAt } from "./siblings.ts";

export type { Completion } from "./completions/completion.ts";

const DOCUMENTS = ["instrument", "delphi", "guide", "study", "library", "translation"] as const;

/** What may be written at an offset, in the order of the reference. `files`: paths of the documents beside, for imports. */
export function completionsAt(analysis: Analysis, offset: number, files: readonly string[] = []): readonly Completion[] {
  const codes = ignoreCodesAt(analysis, offset);
  if (codes) return codes;
  const cursor = cursorAt(analysis, offset);
  const add = adderFor(cursor.word);
  const kind = analysis.kind;
  if (!kind)
    return cursor.path.length === 0 && cursor.role === "key"
      ? DOCUMENTS.map((word) => add(word, { kind: "kind of document", newText: `${word}: ` }))
      : [];
  if (cursor.role === "value") return values(analysis, kind, cursor, offset, files, add);
  // Behind a dash a word of a list may be begun as well as a key of an entry.
  const listed = beginsEntry(analysis, cursor, offset) ? values(analysis, kind, cursor, offset, files, add) : [];
  return [...listed, ...keys(analysis, kind, cursor, offset, add)];
}

/** Whether a path may be written at an offset, so that the files beside are worth looking for. */
export function wantsPath(analysis: Analysis, offset: number): boolean {
  const cursor = cursorAt(analysis, offset);
  const { kind } = analysis;
  return kind !== undefined && cursor.role === "value" && describeKey(kind, cursor.path)?.references.includes("path") === true;
}

function beginsEntry({ text }: Analysis, { path, word }: Cursor, offset: number): boolean {
  return (
    typeof path.at(-1) === "number" && /^ *- +$/.test(lineBefore(sliceText(text, { start: Math.max(0, offset - 200), end: word.start })))
  );
}

const lineBefore = (text: string) => text.slice(text.lastIndexOf("\n") + 1);

type Kind = NonNullable<Analysis["kind"]>;

function keys(analysis: Analysis, kind: Kind, cursor: Cursor, offset: number, add: Add): readonly Completion[] {
  const present = siblingsAt(analysis, cursor, offset);
  const findings = findingCodesAt(analysis, cursor, offset, new Set(present));
  if (findings) return findings;
  const own = keysAt(kind, cursor.path)
    .filter((key) => !present.has(key.key))
    .map((key) =>
      add(key.key, {
        kind: "key",
        detail: key.title,
        documentation: key.description,
        ...keyText(key, cursor.flow, cursor.indent),
        again: key.words.length > 0 || key.references.length > 0,
      }),
    );
  const chosen = entryKeyAt(kind, cursor.path);
  if (!chosen?.references) return own;
  const all = namesFor(withJoined(analysis, cursor.path), chosen.references, add, spanStart(cursor));
  const named = fitting(all, cursor).filter(({ label }) => !present.has(label));
  return [...own, ...named.map((one) => ({ ...one, ...whole(one, cursor), newText: `${one.newText}: `, again: true }))];
}

function values(analysis: Analysis, kind: Kind, cursor: Cursor, offset: number, files: readonly string[], add: Add): readonly Completion[] {
  const key = describeKey(kind, cursor.path);
  if (!key) return [];
  const known = withJoined(analysis, cursor.path);
  const words = key.words.map(({ word, description }) => add(word, { kind: "word", documentation: description }));
  const truth = key.kinds.includes("truth") && words.length === 0 ? ["true", "false"].map((word) => add(word, { kind: "word" })) : [];
  const answers = answersFor(analysis, cursor.path, add);
  const formula = key.kinds.includes("formula") ? formulaWords(known, offset, cursor, add) : [];
  const paths = key.references.includes("path")
    ? filesFor(cursor, files).map((path) => add(path, { kind: "file", range: { start: cursor.value.start, end: cursor.word.end } }))
    : [];
  const isInclude = cursor.path.at(-1) === "include";
  const names = isInclude ? sectionsToInclude(analysis, add) : namesFor(known, key.references, add, spanStart(cursor));
  const own = ownNames(analysis, key.references).map(({ id, detail }) => add(id, { kind: "name", detail }));
  return [
    ...words,
    ...(answers.length > 0 ? answers : truth),
    ...own,
    ...fitting(names, cursor).map((one) => ({ ...one, ...whole(one, cursor) })),
    ...formula,
    ...paths,
  ];
}

/** Under `use` stand libraries; data files are not documents, and none is offered for them. */
function filesFor({ path: [top, key] }: Cursor, files: readonly string[]): readonly string[] {
  if (top === "use") return files.filter((path) => /\.library\.ya?ml$/.test(path));
  return top === "documents" || (key === undefined && (top === "of" || top === "about")) ? files : [];
}

/** Behind a dot only what has one can follow. */
const fitting = (found: readonly Completion[], { typed }: Cursor) =>
  /[a-z]\w*\.\w*$/.test(typed) && !typed.includes("..") ? found.filter(({ label }) => label.includes(".")) : found;

/** A name with a dot takes the place of what stands before the dot too. */
function whole(one: Completion, cursor: Cursor): Pick<Completion, "range"> {
  const typed = one.label.includes(".") ? /[\w.]*$/.exec(cursor.typed)?.[0].length : undefined;
  const word = /\w*$/.exec(cursor.typed)?.[0].length ?? 0;
  return { range: { start: cursor.word.start - (typed === undefined ? 0 : typed - word), end: cursor.word.end } };
}

/** The first end of a span that is being written: `phq1` in `phq1..ph`. */
const spanStart = ({ typed }: Cursor): string | undefined => /(?:^|[\s,[{-])([a-z]\w*)\.\.\w*$/.exec(typed)?.[1];

/** A key with what follows it: a new line for a mapping, brackets for a list. */
function keyText({ key, kinds }: KeyDescription, flow: boolean, indent: number): { newText: string; snippet: boolean } {
  const [kind] = kinds;
  if (kinds.length === 1 && kind === "list") return { newText: `${key}: [$0]`, snippet: true };
  if (kinds.length === 1 && kind === "map")
    return { newText: flow ? `${key}: {$0}` : `${key}:\n${" ".repeat(indent + 2)}$0`, snippet: true };
  return { newText: `${key}: `, snippet: false };
}

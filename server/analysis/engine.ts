import { isBranch } from "../model/branches.ts";
import type { Instrument, Metadata } from "../model/instrument.ts";
import { named, replaced } from "../model/named.ts";
import { type Part, type PartKind, readDelphiPart, readPart, readParts, readStudyParts } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { referencesOf } from "../model/references.ts";
import { scoringFacet } from "../model/scoringFacet.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { type Field, fieldsOfSegment, outline, treeOf } from "../syntax/outline.ts";
import type { Place } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import { editText, type SegmentedText, type Splice, segmentText } from "../syntax/segmentedText.ts";
import { type Analysis, type DocumentKind, type Host, NO_HOST } from "./analysis.ts";
import { type AnchorTable, collectAnchors, mayName } from "./anchors.ts";
import { Checker } from "./checker.ts";
import { documentProblems } from "./documentProblems.ts";
import { importedFrom, includedItems, includeProblems, type Library } from "./imports.ts";
import { Marked } from "./marked.ts";
import { readImports } from "./readImports.ts";
import { settingsBeside } from "./settingsBeside.ts";
import { find, locate, snapshotProblems } from "./snapshot.ts";
import { KEYS, SCORING, type Space } from "./trackedInstrument.ts";
import { withSeverities } from "./withSeverities.ts";

/**
 * Keeps one document and its analysis through its edits, so that an edit costs what it touches: unchanged segments keep their trees,
 * unchanged parts their model, and rules are asked again only where something that they looked at has changed.
 */
export class Engine {
  readonly #host: Host;
  #text: SegmentedText;
  #fields: readonly Field[] | undefined;
  #kind: DocumentKind | undefined;
  #anchors: AnchorTable;
  #parts: readonly Part[] = [];
  #places = new Map<Part, number>();
  #bySegment = new Map<Segment, Part>();
  /** The part of each value; of a value that is gone nobody asks. */
  readonly #byValue = new WeakMap<object, Part>();
  #users = new Map<string, Set<Part>>();
  readonly #marked = new Marked();
  #instrument: Instrument = emptyInstrument();
  #document: readonly LocalProblem[] = [];
  readonly #checker: Checker;
  readonly #chain: readonly string[];
  readonly #engines = new Map<string, { readonly text: string; readonly engine: Engine }>();
  #libraries: readonly Library[] = [];
  #weighing: ReturnType<typeof settingsBeside>;
  #analysis: Analysis | undefined;

  /** `chain`: the files that import this one, so that no file imports itself. */
  constructor(text: string, host: Host = NO_HOST, chain: readonly string[] = []) {
    this.#host = host;
    this.#chain = chain;
    this.#weighing = settingsBeside(host);
    this.#text = segmentText(text, isBranch);
    this.#anchors = collectAnchors(this.#text.segments);
    this.#checker = new Checker({
      instrument: () => this.#instrument,
      users: (id) => this.#usersOf(id),
      marked: (mark) => this.#marked.ids(mark, this.#places),
      parts: () => this.#parts,
      anchors: () => this.#anchors,
      settings: () => this.#weighing.settings,
      partWith: (value) => this.#byValue.get(value),
      place: (part) => this.#places.get(part) ?? -1,
    });
    this.#readAll();
  }

  get analysis(): Analysis {
    this.#analysis ??= this.#snapshot();
    return this.#analysis;
  }

  /** Replaces a range of the newest version. */
  edit(range: Range, newText: string): void {
    const splice = editText(this.#text, range, newText);
    this.#text = splice.text;
    this.#fields = undefined;
    this.#analysis = undefined;
    if (!this.#patch(splice)) this.#readAll();
  }

  /** Reads the imported files again, and what depends on them where one has changed. */
  refresh(): void {
    this.#weighing = settingsBeside(this.#host);
    this.#analysis = undefined;
    this.#checker.changed([KEYS.settings]);
    this.#readAll();
  }

  /** The common edit: inside one item, response, score … whose id stays. */
  #patch({ removed, inserted }: Splice): boolean {
    if (this.#kind === "delphi") return false;
    const [before, after] = [removed[0], inserted[0]];
    if (!before || !after || removed.length !== 1 || inserted.length !== 1) return false;
    const old = this.#bySegment.get(before);
    if (!old || old.kind === "metadata" || old.kind === "section" || mayName(before) || mayName(after)) return false;
    const tree = treeOf(after);
    if (tree.problems.length > 0 || treeOf(before).problems.length > 0) return false;
    const fields = fieldsOfSegment(after);
    const field = fields[0];
    if (!field || fields.length !== 1 || field.name !== old.id) return false;
    const part = readPart(old.kind, field, this.#anchors, old.parent);
    const place = this.#places.get(old);
    if (!part || place === undefined || this.#isShadowed(old)) return false;

    const parts = this.#parts.slice();
    parts[place] = part;
    this.#parts = parts;
    this.#places.delete(old);
    this.#places.set(part, place);
    this.#bySegment.delete(before);
    this.#bySegment.set(after, part);
    const space = SPACE_OF[old.kind];
    if (space) this.#instrument = { ...this.#instrument, [space]: replaced<unknown>(this.#instrument[space], part.id, part.value) };
    const keys = [...this.#unuse(old), ...this.#use(part), ...this.#marked.replace(old, part).map(KEYS.marked)];
    if (space) keys.push(KEYS.all(space), ...changesOf(space, part.id, old.value, part.value));
    this.#checker.update([old], [part], keys, false);
    return true;
  }

  #isShadowed(part: Part): boolean {
    const space = SPACE_OF[part.kind];
    return space !== undefined && this.#instrument[space].get(part.id) !== part.value;
  }

  #readAll(): void {
    const fields = this.fields;
    this.#anchors = collectAnchors(this.#text.segments, this.#anchors);
    this.#kind = kindOf(fields);
    const before = this.#instrument;
    const read = this.#readKind(fields);
    const metadata = read.find((part) => part.kind === "metadata");
    const imports = readImports(metadata?.value, this.#host, this.#chain, this.#engines);
    this.#libraries = imports.libraries;
    this.#instrument = assemble(fields, read, this.#libraries);
    const study = this.#kind === "delphi" ? readDelphiPart(fields, this.#anchors, this.#instrument) : undefined;
    const parts = study ? [...read, study] : read;
    const known = new Set(this.#parts);
    const kept = new Set(parts);
    const removed = this.#parts.filter((part) => !kept.has(part));
    const added = parts.filter((part) => !known.has(part));
    const places = this.#places;
    this.#parts = parts;
    this.#places = new Map(parts.map((part, i) => [part, i]));
    this.#bySegment = new Map();
    for (const part of parts) {
      // Only a part that has its segment to itself can be patched.
      const { segment } = part.field;
      if (
        !part.field.fields &&
        part.kind !== "metadata" &&
        segment.within.path.length > 0 &&
        treeOf(segment).pairs[0]?.key === part.field.key
      )
        this.#bySegment.set(segment, part);
    }
    const keys = [
      ...removed.flatMap((part) => this.#unuse(part)),
      ...added.flatMap((part) => this.#use(part)),
      ...this.#marked.update(removed, added, hasMoved(parts, places)).map(KEYS.marked),
      ...changedKeys(before, this.#instrument),
    ];
    this.#checker.update(removed, added, keys, true);
    this.#document = [
      ...documentProblems({ text: this.#text, fields, kind: this.#kind, anchors: this.#anchors, parts, host: this.#host }),
      ...imports.problems,
      ...includeProblems(parts, this.#libraries, this.#instrument.metadata.use),
    ];
  }

  #readKind(fields: readonly Field[]): readonly Part[] {
    if (this.#kind === "delphi") return readStudyParts(fields, this.#anchors);
    return this.#kind === "instrument" || this.#kind === "library" ? readParts(fields, this.#anchors) : [];
  }

  /** The newest version of the text. */
  get text(): SegmentedText {
    return this.#text;
  }

  get fields(): readonly Field[] {
    this.#fields ??= outline(this.#text.segments);
    return this.#fields;
  }

  #use(part: Part): string[] {
    this.#byValue.set(part.value, part);
    return referencesOf(part).map(({ id }) => {
      remember(this.#users, id, () => new Set<Part>()).add(part);
      return KEYS.users(id);
    });
  }

  #unuse(part: Part): string[] {
    return referencesOf(part).map(({ id }) => {
      this.#users.get(id)?.delete(part);
      return KEYS.users(id);
    });
  }

  #usersOf(id: string): readonly Part[] {
    return [...(this.#users.get(id) ?? [])].sort((a, b) => (this.#places.get(a) ?? 0) - (this.#places.get(b) ?? 0));
  }

  #snapshot(): Analysis {
    const text = this.#text;
    const anchors = this.#anchors;
    const parts = this.#parts;
    const instrument = this.#instrument;
    const libraries = this.#libraries;
    const weighing = this.#weighing;
    const whereIs = (place: Place) => {
      const own = find(text, place);
      if (own) return { range: own };
      const library = libraries.find(({ analysis }) => find(analysis.text, place));
      return library ? { range: locate(library.analysis.text, place), file: library.path } : { range: { start: 0, end: 0 } };
    };
    let fields = this.#fields;
    return {
      text,
      kind: this.#kind,
      get fields() {
        fields ??= outline(text.segments);
        return fields;
      },
      parts,
      instrument,
      delphi: parts.find((part) => part.kind === "delphi")?.value,
      libraries,
      locate: whereIs,
      settings: weighing.settings,
      problems: withSeverities(snapshotProblems(text, whereIs, this.#document, this.#checker.problems()), weighing.settings, weighing.path),
      range: (place) => locate(text, place),
      users: (id) => this.#usersOf(id),
      possibleRange: (score) => this.#checker.possibleRange(score),
      anchor: (name) => anchors.get(name),
    };
  }
}

/** Whether parts that were there before stand in another order now. */
function hasMoved(parts: readonly Part[], before: ReadonlyMap<Part, number>): boolean {
  let last = -1;
  for (const part of parts) {
    const place = before.get(part) ?? last;
    if (place < last) return true;
    last = place;
  }
  return false;
}

/** The analysis of a text on its own. */
export function analyse(text: string, host: Host = NO_HOST): Analysis {
  return new Engine(text, host).analysis;
}

const SPACE_OF: Record<PartKind, Space | undefined> = {
  metadata: undefined,
  response: "responses",
  section: "sections",
  item: "items",
  score: "scores",
  recode: "recodes",
  table: "tables",
  test: "tests",
  effect: "effects",
  delphi: undefined,
};

const KINDS: readonly DocumentKind[] = ["instrument", "delphi", "guide", "study", "library", "translation"];
const CONFIG_KEYS = new Set(["severities", "overrides", "extends", "targets", "lexicon"]);

function kindOf(fields: readonly Field[]): DocumentKind | undefined {
  const first = fields[0]?.name;
  if (first !== undefined && CONFIG_KEYS.has(first)) return "config";
  return KINDS.find((kind) => kind === first);
}

function assemble(fields: readonly Field[], parts: readonly Part[], libraries: readonly Library[] = []): Instrument {
  const own = <K extends PartKind>(kind: K) =>
    parts.flatMap((part) => (part.kind === kind ? [[part.id, part.value as Extract<Part, { kind: K }>["value"]] as const] : []));
  const of = <K extends PartKind>(kind: K) => named(own(kind));
  const imported = importedFrom(libraries);
  const first = fields[0];
  const id = first?.value.kind === "scalar" ? first.value.text : "";
  const metadata = parts.find((part) => part.kind === "metadata")?.value as Metadata | undefined;
  return {
    id,
    metadata: metadata ?? NO_METADATA,
    responses: named([...own("response"), ...imported.responses]),
    sections: of("section"),
    items: named(
      parts.flatMap((part) => {
        if (part.kind === "item") return [[part.id, part.value] as const];
        return part.kind === "section" && part.value.include ? includedItems(part, libraries).map((item) => [item.id, item] as const) : [];
      }),
    ),
    scores: of("score"),
    recodes: named([...own("recode"), ...imported.recodes]),
    tables: named([...own("table"), ...imported.tables]),
    effects: of("effect"),
    tests: of("test"),
  };
}

const NO_METADATA: Metadata = { languages: [], authors: [], anonymous: false, changes: new Map(), use: new Map() };

const emptyInstrument = (): Instrument => assemble([], []);

/** A changed thing, and whether scoring sees the change. */
function changesOf(space: Space, id: string, before: unknown, after: unknown): string[] {
  const key = KEYS.one(space, id);
  const seen = before === undefined || after === undefined || scoringFacet(before) !== scoringFacet(after);
  return seen ? [key, `${SCORING}${key}`] : [key];
}

/** The keys under which a look at either version would be noted, where the two differ. */
function changedKeys(before: Instrument, after: Instrument): string[] {
  const keys: string[] = [];
  if (before.metadata !== after.metadata || before.id !== after.id) keys.push(KEYS.metadata);
  for (const space of Object.values(SPACE_OF)) {
    if (!space) continue;
    const count = keys.length;
    const [old, now] = [before[space], after[space]];
    for (const id of old.ids()) if (now.get(id) !== old.get(id)) keys.push(...changesOf(space, id, old.get(id), now.get(id)));
    for (const id of now.ids()) if (!old.has(id)) keys.push(...changesOf(space, id, undefined, now.get(id)));
    if (keys.length > count || old.size !== now.size || old.ids().some((id, i) => id !== now.ids()[i])) keys.push(KEYS.all(space));
  }
  return keys;
}

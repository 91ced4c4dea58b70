import { isBranch } from "../model/branches.ts";
import type { Instrument } from "../model/instrument.ts";
import { changed } from "../model/named.ts";
import { isWhole, type Part, readDelphiPart, readJoiningPart, readParts, readStudyParts } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { referencesOf } from "../model/references.ts";
import { Pieces } from "../pieces.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { type Field, outline, treeOf } from "../syntax/outline.ts";
import type { Place } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import { editText, type SegmentedText, type Splice, segmentText } from "../syntax/segmentedText.ts";
import { type Analysis, type DocumentKind, type Host, NO_HOST } from "./analysis.ts";
import { type AnchorTable, collectAnchors } from "./anchors.ts";
import { assemble } from "./assemble.ts";
import { aboutChange, changedKeys, changesOf, structureChange } from "./changedKeys.ts";
import { changesBetween } from "./changesBetween.ts";
import { type Checked, Checker, type PartChecker } from "./checker.ts";
import { withoutConsentElsewhere } from "./consentElsewhere.ts";
import { documentProblems } from "./documentProblems.ts";
import type { Cycle } from "./importCycle.ts";
import { broughtTwice, includeProblems, isIncludeLost, type Library } from "./imports.ts";
import { inOrderOf } from "./inOrderOf.ts";
import { kindOf } from "./kindOf.ts";
import { LongLists } from "./longLists.ts";
import { Marked } from "./marked.ts";
import { namesAlike } from "./namesAlike.ts";
import { OnePass } from "./onePass.ts";
import { patchOf } from "./patch.ts";
import { ReadAhead } from "./readAhead.ts";
import { readImports } from "./readImports.ts";
import { type ReadJoined, readJoined } from "./readJoined.ts";
import { withNorms } from "./readNorms.ts";
import { settingsBeside } from "./settingsBeside.ts";
import { idOf, sharedIds } from "./sharedIds.ts";
import { find, locate, snapshotProblems } from "./snapshot.ts";
import { spreadParts } from "./spreadParts.ts";
import { toldOnce } from "./toldOnce.ts";
import { KEYS } from "./trackedInstrument.ts";
import { translationProblems } from "./translationProblems.ts";
import { withFields } from "./withFields.ts";
import { withoutEchoes, withoutLostNames } from "./withoutEchoes.ts";
import { isOff, withSeverities } from "./withSeverities.ts";

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
  #parts: Pieces<Part> = Pieces.of([]);
  readonly #bySegment = new Map<Segment, Part>();
  /** Looked for when they are first asked for. */
  #spread: ReadonlyMap<Segment, readonly Part[]> | undefined;
  /** The part of each value; of a value that is gone nobody asks. */
  readonly #byValue = new WeakMap<object, Part>();
  #users = new Map<string, Set<Part>>();
  /** Ids that several parts have, each with its kind. */
  #shared: ReadonlySet<string> = new Set();
  readonly #marked = new Marked();
  #instrument: Instrument = assemble([], [], []);
  #document: readonly LocalProblem[] = [];
  /** Whether items that a section includes could not be read. */
  #isIncludeLost = false;
  readonly #checker: PartChecker;
  readonly #chain: readonly string[];
  readonly #engines = new Map<string, { readonly text: string; readonly engine: Engine }>();
  #libraries: readonly Library[] = [];
  #cycle: Cycle | undefined;
  #joined: ReadJoined["analyses"] = new Map();
  #weighing: ReturnType<typeof settingsBeside>;
  /** Whether the document as a whole is not read yet, so that nobody can have looked at anything. */
  #isNew = true;
  /** What reads it before that, where there is time to stop. */
  #ahead: ReadAhead | undefined;
  /** How many segments have comments that silence something. */
  #ignoring: number;
  #analysis: (Analysis & LongLists) | undefined;

  /** `chain`: the files that import this one, so that no file imports itself. `isRead`: whether it is never edited, which is cheaper. */
  constructor(text: string, host: Host = NO_HOST, chain: readonly string[] = [], isRead: "once" | "edited" = "edited") {
    this.#host = host;
    this.#chain = chain;
    this.#weighing = settingsBeside(host);
    this.#text = segmentText(text, isBranch);
    this.#ignoring = ignoring(this.#text.segments.list);
    this.#anchors = collectAnchors(this.#text.segments.list);
    const checked: Checked = {
      instrument: () => this.#instrument,
      users: (id) => this.#usersOf(id),
      marked: (mark) => this.#marked.ids(mark, (part) => this.#parts.indexOf(part)),
      parts: () => this.#parts,
      namesakes: () => (this.#shared.size === 0 ? [] : this.#parts.list.filter((part) => this.#shared.has(idOf(part)))),
      anchors: () => this.#anchors,
      settings: () => this.#weighing.settings,
      // A comment that silences a finding is judged by whether there is one.
      isOff: () => (this.#ignoring > 0 ? noneIsOff : isOff(this.#weighing.settings, this.#weighing.path)),
      partWith: (value) => this.#byValue.get(value),
      place: (part) => this.#parts.indexOf(part),
    };
    this.#checker = isRead === "once" ? new OnePass(checked) : new Checker(checked);
  }

  /** The newest version with all its findings. */
  get analysis(): Analysis {
    this.advance();
    return this.soFar;
  }

  /** The newest version with the findings that are known by now; what waits to be checked keeps the findings that it had. */
  get soFar(): Analysis {
    if (this.#isNew) this.#readAll();
    this.#analysis ??= this.#snapshot();
    return this.#analysis;
  }

  /** What is found for certain while the document is not yet read to its end; undefined from then on. */
  get beginning(): Pick<Analysis, "text" | "problems"> | undefined {
    return this.#isNew ? { text: this.#text, problems: this.#readAhead().problems(this.#weighing) } : undefined;
  }

  /** What can be said of the newest version before it is read; undefined where it is. `NotReadYet` is thrown where that is nothing. */
  get unread(): Analysis | undefined {
    return this.#isNew ? this.#readAhead().analysis(this.#weighing) : undefined;
  }

  /** Reads until `isTime` says that there is something better to do; whether all is read. */
  read(isTime: () => boolean): boolean {
    return !this.#isNew || this.#readAhead().advance(isTime);
  }

  /** Reads and checks what waits until `isTime` says that there is something better to do; whether nothing waits any more. */
  advance(isTime?: () => boolean): boolean {
    if (isTime && !this.read(isTime)) return false;
    if (this.#isNew) this.#readAll();
    if (this.#checker.isDone) return true;
    this.#checker.advance(isTime);
    this.#forget();
    return this.#checker.isDone;
  }

  #readAhead(): ReadAhead {
    this.#ahead ??= new ReadAhead(this.#text, this.#host.own, this.#anchors);
    this.#anchors = this.#ahead.anchors;
    return this.#ahead;
  }

  /** Replaces a range of the newest version. */
  edit(range: Range, newText: string): void {
    const splice = editText(this.#text, range, newText);
    this.#text = splice.text;
    this.#forget();
    const before = this.#ignoring;
    this.#ignoring += ignoring(splice.inserted) - ignoring(splice.removed);
    if (before > 0 !== this.#ignoring > 0) this.#checker.changed([KEYS.settings]);
    this.#ahead = undefined;
    if (!this.#isNew && this.#patch(splice)) return;
    this.#fields = undefined;
    if (!this.#isNew) this.#readAll();
  }

  /** Reads the imported files again, and what depends on them where one has changed. */
  refresh(): void {
    this.#weighing = settingsBeside(this.#host);
    this.#forget();
    this.#checker.changed([KEYS.settings]);
    if (!this.#isNew) this.#readAll();
  }

  /** The common edits: inside items, responses, scores …, or such that come and go among others of their kind. */
  #patch(splice: Splice): boolean {
    const patch = patchOf(splice, {
      text: this.#text,
      kind: this.#kind,
      anchors: this.#anchors,
      parts: this.#parts,
      bySegment: this.#bySegment,
      instrument: this.#instrument,
      shared: this.#shared,
    });
    if (!patch) return false;
    const { old, now, place, space, thing } = patch;
    const [gone, come] = [old[0], now[0]];
    const isSame = old.length === now.length && old.every(({ id }, i) => id === now[i]?.id);
    this.#fields = this.#fields && gone && come && isSame ? withFields(this.#fields, old, now) : undefined;
    const previous = this.#parts.at(place - 1);
    this.#parts = this.#parts.splice(place, old.length, now);
    for (const part of old) this.#bySegment.delete(part.field.segment);
    for (const part of now) this.#bySegment.set(part.field.segment, part);
    const before = this.#instrument[space];
    const about = isSame ? undefined : aboutChange(before, patch, previous);
    const values = new Map(old.map(({ id, value }) => [id, value]));
    const things = changed<unknown>(
      before,
      thing,
      old.length,
      now.map(({ id, value }) => [id, value]),
    );
    this.#instrument = { ...this.#instrument, [space]: things };
    const names = [...old.flatMap((part) => this.#unuse(part)), ...now.flatMap((part) => this.#use(part))];
    const isNamedAlike = isSame && old.every((part, i) => now[i] && namesAlike(part, now[i]));
    const marks = gone && come && isSame && old.length === 1 ? this.#marked.replace(gone, come) : this.#marked.update(old, now, false);
    const keys = [...(isNamedAlike ? [] : names), ...marks.map(KEYS.marked), KEYS.all(space)];
    for (const id of new Set([...old, ...now].map(({ id }) => id))) keys.push(...changesOf(space, id, values.get(id), things.get(id)));
    this.#checker.update(old, now, keys, about && { about, isReordered: false });
    return true;
  }

  #readAll(): void {
    const isNew = this.#isNew;
    const ahead = this.#ahead?.found;
    this.#isNew = false;
    this.#ahead = undefined;
    const fields = this.fields;
    this.#anchors = collectAnchors(this.#text.segments.list, this.#anchors);
    this.#kind = kindOf(fields, this.#host.own);
    const before = this.#instrument;
    const read = withNorms(this.#readKind(fields), this.#host);
    const metadata = read.find((part) => part.kind === "metadata");
    const imports = readImports(metadata?.value, this.#host, this.#chain, this.#engines);
    this.#libraries = imports.libraries;
    this.#instrument = assemble(fields, read, this.#libraries, before);
    const joined = readJoined(this.#kind, fields, this.#anchors, this.#host, this.#chain, this.#engines);
    this.#joined = joined.analyses;
    this.#cycle = imports.cycle ?? joined.cycle;
    const whole = this.#readWhole(fields, joined);
    const parts = whole ? [...read, whole] : read;
    const { removed, added, isReordered } = changesBetween(this.#parts.list, parts);
    const twice = broughtTwice(read, this.#libraries);
    const shared = sharedIds(parts, twice.ids);
    const isAlike = !isReordered && this.#standAlike(removed, added, parts, shared);
    const namesakes = this.#shared.size + shared.size > 0 ? [KEYS.namesakes] : [];
    this.#shared = shared;
    this.#parts = this.#parts.become(parts);
    for (const part of removed) if (this.#bySegment.get(part.field.segment) === part) this.#bySegment.delete(part.field.segment);
    for (const part of added) if (isPatchable(part)) this.#bySegment.set(part.field.segment, part);
    this.#spread = undefined;
    const used = [...removed.flatMap((part) => this.#unuse(part)), ...added.flatMap((part) => this.#use(part))];
    const marks = this.#marked.update(removed, added, isReordered);
    if (isNew) this.#checker.begin(added, ahead);
    else {
      const structure = structureChange(before, this.#instrument, isReordered);
      const isSame = isAlike && structure.about.size === 0 && !structure.isReordered;
      const keys = [...used, ...marks.map(KEYS.marked), ...changedKeys(before, this.#instrument), ...namesakes];
      this.#checker.update(removed, added, keys, isSame ? undefined : structure);
    }
    this.#isIncludeLost = isIncludeLost(parts, this.#libraries);
    this.#document = [
      ...documentProblems({ text: this.#text, fields, kind: this.#kind, anchors: this.#anchors, parts, host: this.#host }),
      ...imports.problems,
      ...joined.problems,
      ...(this.#kind === "translation" ? translationProblems(fields, this.#anchors, this.#joined) : []),
      ...includeProblems(parts, this.#libraries, this.#instrument.metadata.use),
      ...twice.problems,
    ];
  }

  /** Whether each part that came stands where one of its kind and name went: which parts there are, and in which order, is as before. */
  #standAlike(removed: readonly Part[], added: readonly Part[], parts: readonly Part[], shared: ReadonlySet<string>): boolean {
    if (removed.length !== added.length || parts.length !== this.#parts.length) return false;
    return removed.every((old, i) => {
      const now = added[i];
      if (now === undefined || isWhole(old) || old.kind === "metadata" || idOf(old) !== idOf(now) || old.parent !== now.parent)
        return false;
      const place = this.#parts.indexOf(old);
      // Who looks at all parts may speak of each that shares its id.
      return place >= 0 && parts[place] === now && old.kind === now.kind && !shared.has(idOf(now)) && !this.#shared.has(idOf(old));
    });
  }

  #readKind(fields: readonly Field[]): readonly Part[] {
    if (this.#kind === "delphi") return readStudyParts(fields, this.#anchors);
    if (this.#kind === "guide" || this.#kind === "study")
      return readStudyParts(
        fields.filter(({ name }) => name !== "responses"),
        this.#anchors,
      );
    return this.#kind === "instrument" || this.#kind === "library" ? readParts(fields, this.#anchors) : [];
  }

  /** What is judged as one: all of a Delphi study, a guide or a study but its metadata. */
  #readWhole(fields: readonly Field[], { joined }: ReadJoined): Part | undefined {
    if (this.#kind === "delphi") return readDelphiPart(fields, this.#anchors, this.#instrument);
    if (this.#kind === "guide" || this.#kind === "study")
      return readJoiningPart(this.#kind, fields, this.#anchors, { metadata: this.#instrument.metadata, joined });
    return undefined;
  }

  /** The newest version of the text. */
  get text(): SegmentedText {
    return this.#text;
  }

  get fields(): readonly Field[] {
    this.#fields ??= outline(this.#text.segments.list);
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
    return this.#inOrder(this.#users.get(id) ?? []);
  }

  #partsIn(segments: readonly Segment[]): readonly Part[] {
    const alone = segments.flatMap((segment) => this.#bySegment.get(segment) ?? []);
    this.#spread ??= spreadParts(this.#parts, (part) => this.#bySegment.get(part.field.segment) === part);
    const spread = segments.flatMap((segment) => this.#spread?.get(segment) ?? []);
    return this.#inOrder(new Set([...alone, ...spread]));
  }

  #inOrder(some: Iterable<Part>): readonly Part[] {
    return inOrderOf([...some], (part) => this.#parts.indexOf(part));
  }

  /** What somebody asked of the outline of this version stays known: an edit changes little of it. */
  #forget(): void {
    this.#fields ??= this.#analysis?.known;
    this.#analysis = undefined;
  }

  #snapshot(): Analysis & LongLists {
    const text = this.#text;
    const anchors = this.#anchors;
    const parts = this.#parts;
    // What is judged as one stands behind all other parts.
    const last = parts.at(parts.length - 1);
    const instrument = this.#instrument;
    const libraries = this.#libraries;
    const joined = this.#joined;
    const weighing = this.#weighing;
    const whereIs = (place: Place) => {
      const own = find(text, place);
      if (own) return { range: own };
      const others = [...libraries, ...[...joined].map(([path, analysis]) => ({ path, analysis }))];
      const other = others.find(({ analysis }) => find(analysis.text, place));
      return other ? { range: locate(other.analysis.text, place), file: other.path } : { range: { start: 0, end: 0 } };
    };
    const told = this.#checker.problems();
    const all = withoutEchoes(this.#document, this.#isIncludeLost ? withoutLostNames(parts.list, instrument, told) : told);
    const found = snapshotProblems(text, whereIs, this.#anchors.all.length > 0 ? toldOnce(all) : all);
    return Object.assign(new LongLists(text, this.#fields, parts), {
      text,
      kind: this.#kind,
      instrument,
      delphi: last?.kind === "delphi" ? last.value : undefined,
      guide: last?.kind === "guide" ? last.value : undefined,
      study: last?.kind === "study" ? last.value : undefined,
      joined,
      libraries,
      cycle: this.#cycle,
      locate: whereIs,
      settings: weighing.settings,
      problems: withoutConsentElsewhere(withSeverities(found.problems, weighing.settings, weighing.path), this.#host),
      silenced: found.silenced,
      range: (place: Place) => locate(text, place),
      users: (id: string) => this.#usersOf(id),
      partsIn: (segments: readonly Segment[]) => this.#partsIn(segments),
      partWith: (value: object) => this.#byValue.get(value),
      possibleRange: (score: string) => this.#checker.possibleRange(score),
      anchor: (name: string) => anchors.get(name),
    });
  }
}

const noneIsOff = (): boolean => false;

const ignoring = (segments: readonly Segment[]): number => segments.reduce((sum, { ignores }) => (ignores ? sum + 1 : sum), 0);

/** Only a part that has its segment to itself can be read anew without its neighbours. */
function isPatchable({ kind, field: { fields, segment, key } }: Part): boolean {
  return !fields && kind !== "metadata" && segment.within.path.length > 0 && treeOf(segment).pairs[0]?.key === key;
}

/** The analysis of a text on its own. */
export function analyse(text: string, host: Host = NO_HOST): Analysis {
  return new Engine(text, host).analysis;
}

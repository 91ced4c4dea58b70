import { keptWith } from "../keptWith.ts";
import type { Instrument } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import { isWhole, type Part } from "../model/parts.ts";
import { isReadWhole } from "../model/read/delphi.ts";
import type { LocalFix, LocalProblem } from "../model/read/reader.ts";
import { referencesOf } from "../model/references.ts";
import { closureUpTo, evaluationOrder, onlyNeeded, readClosure } from "../model/resolve.ts";
import type { Settings } from "../model/settings.ts";
import type { Pieces } from "../pieces.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { rules, table } from "../rules/index.ts";
import type { Context, Finding, FindingFix, Rule } from "../rules/rule.ts";
import { type InstrumentGraph, instrumentGraph, type PossibleRange, possibleRange } from "../scoring/range.ts";
import { treeOf } from "../syntax/outline.ts";
import type { Place } from "../syntax/place.ts";
import type { AnchorTable } from "./anchors.ts";
import { type Asked, askedOf } from "./askedOf.ts";
import type { StructureChange } from "./changedKeys.ts";
import { formulaProblems } from "./formulaProblems.ts";
import { oneForEach } from "./oneForEach.ts";
import { shapeProblems, wholeShape } from "./shape.ts";
import { KEYS, SCORING, trackedInstrument, type Watch } from "./trackedInstrument.ts";
import { Tracker } from "./tracker.ts";

/** What the checker asks of the document that it checks. */
export interface Checked {
  readonly instrument: () => Instrument;
  users(id: string): readonly Part[];
  marked(mark: string): readonly string[];
  parts(): Pieces<Part>;
  /** The parts that have an id in common with another. */
  namesakes(): readonly Part[];
  anchors(): AnchorTable;
  settings(): Settings;
  /** Whether the settings leave out what a rule finds. */
  isOff(): (code: string) => boolean;
  /** The part that a value of the instrument was read from. */
  partWith(value: object): Part | undefined;
  /** Place of a part in file order, or -1 where it is gone. */
  place(part: Part): number;
}

const DEEP = "graph of all";

/** Questions that read more names than this, through the conditions of what they read, share one graph. */
export const MOST_APART = 40;

/** What is said of a part before any rule is asked. */
export interface Verdicts {
  shape(part: Part): readonly LocalProblem[];
  formulas(part: Part): readonly LocalProblem[];
  anchors(): AnchorTable;
  /** The rules to be asked about parts of a kind. */
  rules(kind: Part["kind"]): Asked;
}

/** Asks the rules about the parts of a document: again after each edit, or once. */
export interface PartChecker {
  /** Takes the parts of a document that nobody has asked about, and what is already known of them. */
  begin(parts: readonly Part[], known?: ReadonlyMap<Part, readonly LocalProblem[]>): void;
  changed(keys: readonly string[]): void;
  update(removed: readonly Part[], added: readonly Part[], keys: readonly string[], structure?: StructureChange): void;
  advance(isTime?: () => boolean): void;
  readonly isDone: boolean;
  possibleRange(id: string): PossibleRange | undefined;
  problems(): readonly LocalProblem[];
}

/**
 * Asks the rules about each part, and keeps their findings until something that they looked at changes. It works when it is told to
 * ({@link Checker.advance}), so that an editor can put something else first.
 */
export class Checker implements PartChecker {
  readonly #tracker = new Tracker<Part>();
  readonly #checked: Checked;
  readonly #context: Context;
  readonly #once = new Map<string, unknown>();
  readonly #found = new Map<Part, readonly LocalProblem[]>();
  #rules = { off: "", of: new Map<Part["kind"], Asked>() };
  /** What is to be checked, and what only after all that. */
  #due = new Set<Part>();
  #last = new Set<Part>();
  /** What was found of scores by whoever looks now. */
  #whole: { readonly look: number | undefined; readonly known: Map<string, boolean> } = { look: undefined, known: new Map() };
  /** What has changed since it was last looked for whom that concerns: an edit leaves that until there is time to check. */
  readonly #changed = new Set<string>();
  /** Ids of what has become faulty, or is so no more, since those who ask for it were checked. */
  readonly #errors = new Set<string>();

  constructor(checked: Checked) {
    this.#checked = checked;
    const tracker = this.#tracker;
    const context: Context = {
      instrument: trackedInstrument(checked.instrument, tracker),
      scoring: trackedInstrument(checked.instrument, tracker, SCORING),
      at: origins,
      get settings() {
        tracker.read(KEYS.settings);
        return checked.settings();
      },
      users: (id) => {
        tracker.read(KEYS.users(id));
        return checked.users(id);
      },
      marked: (mark) => {
        tracker.read(KEYS.marked(mark));
        return checked.marked(mark);
      },
      get isLibrary() {
        const answer = () => checked.parts().at(0)?.id === "library";
        tracker.question("library", () => String(answer()));
        return answer();
      },
      get language() {
        tracker.question("language", () => String(checked.instrument().metadata.language));
        return checked.instrument().metadata.language;
      },
      get verbatim() {
        tracker.question("verbatim", () => String(checked.instrument().metadata.source?.verbatim));
        return checked.instrument().metadata.source?.verbatim ?? false;
      },
      references: referencesOf,
      parts: () => {
        tracker.read(KEYS.structure);
        return checked.parts().list;
      },
      namesakes: () => {
        tracker.read(KEYS.namesakes);
        return checked.namesakes();
      },
      possibleRange: (id) => (this.#isReadWhole(id) ? this.possibleRange(id) : undefined),
      graph: (names) => {
        const wanted = [...names];
        if (closureUpTo(context.scoring, wanted, MOST_APART)) return instrumentGraph(onlyNeeded(context.scoring, wanted));
        const { graph, cyclic } = tracker.derive(DEEP, () => this.#deepGraph());
        return wanted.some((id) => cyclic.has(id)) ? undefined : graph;
      },
      isFaulty: (id) => {
        tracker.read(KEYS.errors(id));
        return this.#isFaulty(id);
      },
      once: <T>(key: string, make: () => T) => remember(this.#once, key, make) as T,
      source: ({ segment, start, end }) => segment.text.slice(start, end),
      fact: (key, make) => tracker.fact(`fact:${key}`, () => make(context)),
      derive: (key, make) => tracker.derive(`derived:${key}`, () => make(context)),
    };
    this.#context = context;
  }

  /** One graph for all questions that reach far into the document. It looks at the document whenever it is asked, and is made anew when that changes. */
  #deepGraph(): { readonly graph: InstrumentGraph; readonly cyclic: ReadonlySet<string> } {
    const tracker = this.#tracker;
    const watch: Watch = {
      read: (key) => tracker.readBy(DEEP, key),
      question: (key, ask, about) => tracker.questionBy(DEEP, key, ask, about),
    };
    const { cyclic } = evaluationOrder(this.#context.scoring);
    return { graph: instrumentGraph(trackedInstrument(() => this.#checked.instrument(), watch, SCORING)), cyclic };
  }

  readonly #verdicts: Verdicts = {
    shape: (part) => shapeProblems(part, this.#checked.anchors()),
    formulas: (part) => formulaProblems(part, this.#context),
    anchors: () => this.#checked.anchors(),
    rules: (kind) => this.#rulesFor(kind),
  };

  #rulesFor(kind: Part["kind"]): Asked {
    // All parts are looked at again when the settings leave out other findings than before.
    const off = this.#tracker.fact("findings left out", () => {
      this.#tracker.read(KEYS.settings);
      const isOff = this.#checked.isOff();
      return rules.flatMap(({ code }) => (isOff(code) ? [code] : [])).join();
    });
    if (off !== this.#rules.off) this.#rules = { off, of: new Map() };
    return remember(this.#rules.of, kind, () => rulesWanted(kind, this.#checked.isOff()));
  }

  /** The proved range of a score of the newest version, made once until something that it depends on changes. */
  possibleRange(id: string): PossibleRange | undefined {
    this.#settle();
    return this.#tracker.derive(`range:${id}`, () => {
      const { scoring } = this.#context;
      return scoring.scores.has(id) ? possibleRange(onlyNeeded(scoring, [id]), id) : undefined;
    });
  }

  begin(parts: readonly Part[], known?: ReadonlyMap<Part, readonly LocalProblem[]>): void {
    for (const [part, found] of known ?? []) if (this.#checked.place(part) >= 0) this.#found.set(part, found);
    this.#await(parts);
  }

  /** Has the rules asked again that looked at any of these. */
  changed(keys: readonly string[]): void {
    for (const key of keys) this.#changed.add(key);
  }

  /** Finds whom the changes concern. */
  #settle(): void {
    if (this.#changed.size === 0) return;
    const keys = [...this.#changed];
    this.#changed.clear();
    this.#await(this.#tracker.touch(keys));
  }

  /**
   * Takes the change of parts, and has the rules asked again where something that they looked at is another than it was. `structure`: where
   * parts came, went or moved.
   */
  update(removed: readonly Part[], added: readonly Part[], keys: readonly string[], structure?: StructureChange): void {
    for (const part of removed) {
      if (hasError(this.#found.get(part))) this.#errors.add(part.id);
      this.#found.delete(part);
      this.#tracker.forget(part);
    }
    const answers = structure && this.#tracker.changedAnswers(structure.isReordered ? undefined : structure.about);
    this.changed(answers ? [...keys, KEYS.structure, ...answers] : keys);
    this.#await(added);
  }

  /** Notes what is to be checked; what has just changed comes before what still waits from before. */
  #await(parts: Iterable<Part>): void {
    const [due, last] = [new Set<Part>(), new Set<Part>()];
    for (const part of [...parts, ...this.#due, ...this.#last])
      if (this.#checked.place(part) >= 0) (part.kind === "test" ? last : due).add(part);
    this.#due = due;
    this.#last = last;
  }

  /** Whether everything has been checked. */
  get isDone(): boolean {
    return this.#due.size === 0 && this.#last.size === 0 && this.#errors.size === 0 && this.#changed.size === 0;
  }

  /** Checks what waits, until `isTime` says that there is something better to do. */
  advance(isTime: () => boolean = () => false): void {
    this.#settle();
    while (!this.isDone) {
      this.#checkNext();
      if (isTime()) return;
    }
  }

  /** Whether a definition is at fault is asked by what uses it: tests come last, and what an answer turned over once more. */
  #checkNext(): void {
    for (const part of this.#due) {
      this.#due.delete(part);
      if (this.#check(part)) this.#errors.add(part.id);
      return;
    }
    if (this.#errors.size > 0) {
      const keys = [...this.#errors].map(KEYS.errors);
      this.#errors.clear();
      for (const part of this.#tracker.touch(keys)) if (this.#checked.place(part) >= 0) this.#last.add(part);
    }
    for (const part of this.#last) {
      this.#last.delete(part);
      this.#check(part);
      return;
    }
  }

  /** Whether a score and everything that it reads could be read: what follows from a slip of the pen is not worth proving. */
  #isReadWhole(id: string): boolean {
    const { look } = this.#tracker;
    if (this.#whole.look !== look) this.#whole = { look, known: new Map() };
    return look === undefined ? this.#isAllRead(id) : remember(this.#whole.known, id, () => this.#isAllRead(id));
  }

  #isAllRead(id: string): boolean {
    const { scoring } = this.#context;
    for (const name of readClosure(scoring, [id])) {
      if (scoring.items.get(name) ? this.#isBroken("items", name) : scoring.scores.get(name) && this.#isBroken("scores", name))
        return false;
      let section = scoring.items.get(name)?.section;
      for (let depth = 0; section !== undefined && depth < 20; depth++) {
        if (this.#isBroken("sections", section)) return false;
        section = scoring.sections.get(section)?.parent;
      }
    }
    return true;
  }

  /** A fact: most edits of what a score reads leave it as whole as it was. */
  #isBroken(space: "items" | "scores" | "sections", id: string): boolean {
    return this.#tracker.fact(`broken:${space}:${id}`, () => {
      const value = this.#context.instrument[space].get(id);
      const part = value && this.#checked.partWith(value);
      return part !== undefined && isBroken(part, this.#verdicts);
    });
  }

  problems(): readonly LocalProblem[] {
    const all: LocalProblem[] = [];
    for (const found of this.#found.values()) for (const problem of found) all.push(problem);
    return all;
  }

  /** Asks the rules about a part; whether it has become faulty, or is so no more. */
  #check(part: Part): boolean {
    const before = hasError(this.#found.get(part));
    this.#once.clear();
    const found = this.#tracker.run(part, () => checkPart(part, this.#context, this.#verdicts));
    if (found.length > 0) this.#found.set(part, found);
    else this.#found.delete(part);
    return before !== hasError(found);
  }

  #isFaulty(id: string): boolean {
    const { instrument } = this.#context;
    const value = instrument.scores.get(id) ?? instrument.items.get(id);
    const part = value && this.#checked.partWith(value);
    return part !== undefined && hasError(this.#found.get(part));
  }
}

export const hasError = (found: readonly LocalProblem[] | undefined) => found?.some((problem) => problem.severity === "error") ?? false;

/** Whether a part could not be read as it was meant: its YAML, its shape or its formulas have errors. */
export function isBroken(part: Part, verdicts: Verdicts): boolean {
  return (
    treeOf(part.field.segment).problems.length > 0 ||
    hasError(part.problems) ||
    hasError(verdicts.shape(part)) ||
    hasError(verdicts.formulas(part))
  );
}

/** Everything that is found in a part. */
export function checkPart(part: Part, context: Context, verdicts: Verdicts): readonly LocalProblem[] {
  if (treeOf(part.field.segment).problems.length > 0 || !isReadWhole(part.fields ?? [])) return [];
  const shape = verdicts.shape(part);
  const refused = isWhole(part) && part.fields ? wholeShape(part.kind, part.fields, verdicts.anchors()) : shape;
  const found = [...part.problems, ...verdicts.formulas(part)];
  for (const rule of verdicts.rules(part.kind)(part)) {
    if (rule.applies && !rule.applies(part as never, context)) continue;
    for (const finding of rule.check(part as never, context)) found.push(asProblem(rule, finding, part));
  }
  if (found.length === 0 && shape.length === 0) return shape;
  // What the schema refuses is not judged further.
  const judged = refused.length === 0 ? found : found.filter(({ at }) => !refused.some((problem) => isInside(at, problem.at)));
  return oneForEach([...shape, ...judged]);
}

const isInside = (inner: Place, outer: Place) => inner.segment === outer.segment && outer.start <= inner.start && inner.end <= outer.end;

const rulesFor = (kind: Part["kind"]): readonly Rule[] =>
  rules.filter(({ looksAt }) => (Array.isArray(looksAt) ? looksAt.includes(kind) : looksAt === kind));

/** What nobody wants to see is not looked for, unless it could hold back another finding, or say that something is at fault. */
export const rulesWanted = (kind: Part["kind"], isOff: (code: string) => boolean): Asked =>
  remember(
    remember(WANTED, isOff, () => new Map<Part["kind"], Asked>()),
    kind,
    () => askedOf(rulesFor(kind).filter((rule) => isNeeded(rule) || !isOff(rule.code))),
  );

/** Most documents of a folder ask with the same settings. */
const WANTED = keptWith<(code: string) => boolean, Map<Part["kind"], Asked>>();

const isNeeded = (rule: Rule) => rule.severity === "error" || rule.mayBe === "error" || HELD_BACK_BY.has(rule.code);

function asProblem(rule: Rule, finding: Finding, part: Part): LocalProblem {
  return {
    code: rule.code,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    at: placeOf(finding.at, part),
    related: (finding.related ?? []).map(({ at, message }) => ({ message, at: placeOf(at, part) })),
    fixes: (finding.fixes ?? []).map((fix) => asFix(fix, part)),
  };
}

function asFix(fix: FindingFix, part: Part): LocalFix {
  return { title: fix.title, safe: fix.safe, edits: fix.edits.map(({ at, newText }) => ({ at: placeOf(at, part), newText })) };
}

function placeOf(at: Place | (Range & object) | object, part: Part): Place {
  if ("segment" in at && "start" in at) return at as Place;
  if (origins.has(at)) return origins.name(at);
  const node = origins.node(at as Range & object);
  if (node) return node;
  const { start, end } = at as Range;
  return { segment: part.field.segment, start, end };
}

/** Codes whose findings hold others back. */
const HELD_BACK_BY: ReadonlySet<string> = new Set(table.flatMap(({ yieldsTo }) => yieldsTo ?? []));

import type { Instrument } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { referencesOf } from "../model/references.ts";
import { closureUpTo, evaluationOrder, onlyNeeded, readBy } from "../model/resolve.ts";
import type { Settings } from "../model/settings.ts";
import { remember } from "../remember.ts";
import type { Context } from "../rules/rule.ts";
import { type InstrumentGraph, instrumentGraph, type PossibleRange, possibleRange } from "../scoring/range.ts";
import type { Place } from "../syntax/place.ts";
import type { Asked } from "./askedOf.ts";
import { type Checked, checkPart, hasError, isBroken, MOST_APART, type PartChecker, rulesWanted, type Verdicts } from "./checker.ts";
import { formulaProblems } from "./formulaProblems.ts";
import { shapeProblems } from "./shape.ts";

/**
 * Asks the rules about each part of a document that is never edited, as the command line does: nothing is noted of what they look at, and what
 * the answers can lead to is worked out in one graph for all of them. It finds what `Checker` finds.
 */
export class OnePass implements PartChecker {
  readonly #checked: Checked;
  readonly #context: Context;
  readonly #known = new Map<string, { readonly value: unknown }>();
  readonly #once = new Map<string, unknown>();
  readonly #ranges = new Map<string, { readonly range: PossibleRange | undefined }>();
  readonly #whole = new Map<string, boolean>();
  readonly #broken = new Map<Part, boolean>();
  readonly #formulas = new Map<Part, readonly LocalProblem[]>();
  readonly #found = new Map<Part, readonly LocalProblem[]>();
  /** Parts that asked whether a definition is at fault; `all` where what many share was made from that. */
  readonly #askers = new Set<Part>();
  #allAsked = false;
  #making = 0;
  #current: Part | undefined;
  readonly #rules = new Map<Part["kind"], Asked>();
  #parts: readonly Part[] = [];
  #graph: InstrumentGraph | undefined;
  #cyclic: ReadonlySet<string> | undefined;

  constructor(checked: Checked) {
    this.#checked = checked;
    this.#context = new ReadContext(checked, {
      parts: () => checked.parts().list,
      possibleRange: (id) => (this.#isReadWhole(id) ? this.possibleRange(id) : undefined),
      graph: (names) => this.#graphOf(names),
      isFaulty: (id) => this.#isFaulty(id),
      once: <T>(key: string, make: () => T) => remember(this.#once, key, make) as T,
      derive: (key, make) => this.#derive(key, make),
    });
  }

  #derive<T>(key: string, make: (context: Context) => T): T {
    const known = this.#known.get(key);
    if (known) return known.value as T;
    this.#making++;
    const value = make(this.#context);
    this.#making--;
    this.#known.set(key, { value });
    return value;
  }

  get #instrument(): Instrument {
    return this.#checked.instrument();
  }

  possibleRange(id: string): PossibleRange | undefined {
    return remember(this.#ranges, id, () => {
      const known = this.#instrument.scores.has(id);
      return { range: known ? possibleRange(this.#instrument, id, () => this.#graphOf([id]) ?? this.#apart([id])) : undefined };
    }).range;
  }

  /** One graph for the whole document. What depends on a cycle hangs on where it is entered: it has a graph of its own, as long as it is short. */
  #graphOf(names: Iterable<string>): InstrumentGraph | undefined {
    this.#cyclic ??= evaluationOrder(this.#instrument).cyclic;
    const wanted = [...names];
    if (this.#cyclic.size > 0 && wanted.some((id) => this.#cyclic?.has(id)))
      return closureUpTo(this.#instrument, wanted, MOST_APART) && this.#apart(wanted);
    this.#graph ??= instrumentGraph(this.#instrument);
    return this.#graph;
  }

  #apart(names: readonly string[]): InstrumentGraph {
    return instrumentGraph(onlyNeeded(this.#instrument, names));
  }

  changed(): void {}

  /** Takes the parts of the document; there is nothing yet that could go. */
  update(_: readonly Part[], added: readonly Part[]): void {
    this.#parts = added;
  }

  begin(parts: readonly Part[]): void {
    this.#parts = parts;
  }

  get isDone(): boolean {
    return this.#parts.length === 0;
  }

  /** Whether a definition is at fault is asked by what uses it: tests come last, and what an answer turned over once more. */
  advance(): void {
    const parts = this.#parts;
    this.#parts = [];
    const tests = parts.filter(({ kind }) => kind === "test");
    const others = tests.length > 0 ? parts.filter(({ kind }) => kind !== "test") : parts;
    for (const part of others) this.#check(part);
    let again: readonly Part[] = [];
    if ((this.#askers.size > 0 || this.#allAsked) && others.some((part) => hasError(this.#found.get(part)))) {
      again = this.#allAsked ? others : [...this.#askers];
      if (this.#allAsked) this.#known.clear();
    }
    for (const part of again) this.#check(part);
    for (const part of tests) this.#check(part);
  }

  #check(part: Part): void {
    this.#once.clear();
    this.#current = part;
    const found = checkPart(part, this.#context, this.#verdicts);
    if (found.length > 0) this.#found.set(part, found);
    else this.#found.delete(part);
  }

  readonly #verdicts: Verdicts = {
    // Nearly all shapes are kept with their parts.
    shape: (part) => shapeProblems(part, this.#checked.anchors()),
    formulas: (part) => remember(this.#formulas, part, () => formulaProblems(part, this.#context)),
    anchors: () => this.#checked.anchors(),
    rules: (kind) => remember(this.#rules, kind, () => rulesWanted(kind, this.#checked.isOff())),
  };

  problems(): readonly LocalProblem[] {
    const all: LocalProblem[] = [];
    for (const found of this.#found.values()) for (const problem of found) all.push(problem);
    return all;
  }

  #isFaulty(id: string): boolean {
    if (this.#making > 0) this.#allAsked = true;
    else if (this.#current) this.#askers.add(this.#current);
    const value = this.#instrument.scores.get(id) ?? this.#instrument.items.get(id);
    const part = value && this.#checked.partWith(value);
    return part !== undefined && hasError(this.#found.get(part));
  }

  /** Whether a score and everything that it reads could be read. What is found on the way holds for all that is read there. */
  #isReadWhole(id: string): boolean {
    const known = this.#whole.get(id);
    if (known !== undefined) return known;
    const path: { readonly id: string; readonly reads: readonly string[]; next: number }[] = [];
    const seen = new Set<string>();
    let whole = true;
    const enter = (name: string): void => {
      seen.add(name);
      const before = this.#whole.get(name);
      if (before === undefined && this.#isOwnWhole(name)) path.push({ id: name, reads: readBy(this.#instrument, name), next: 0 });
      else if (!before) whole = false;
    };
    enter(id);
    while (whole) {
      const top = path.at(-1);
      if (!top) break;
      const read = top.reads[top.next++];
      if (read === undefined) path.pop();
      else if (!seen.has(read)) enter(read);
    }
    // Where something is broken, that is known of those that lead to it; where nothing is, of everything that was seen.
    if (whole) for (const name of seen) this.#whole.set(name, true);
    else for (const step of path) this.#whole.set(step.id, false);
    this.#whole.set(id, whole);
    return whole;
  }

  #isOwnWhole(name: string): boolean {
    const { items, scores, sections } = this.#instrument;
    const item = items.get(name);
    if (this.#isBroken(item ?? scores.get(name))) return false;
    let section = item?.section;
    for (let depth = 0; section !== undefined && depth < 20; depth++) {
      const around = sections.get(section);
      if (this.#isBroken(around)) return false;
      section = around?.parent;
    }
    return true;
  }

  #isBroken(value: object | undefined): boolean {
    const part = value && this.#checked.partWith(value);
    return part !== undefined && remember(this.#broken, part, () => isBroken(part, this.#verdicts));
  }
}

/** What the checker itself answers of what a rule may ask for. */
type Answers = Pick<Context, "parts" | "possibleRange" | "graph" | "isFaulty" | "once" | "derive">;

/**
 * The context of one document. A class, so that the contexts of all documents are of one shape: rules ask each of them for much. Its constructor
 * makes no function and puts it into a field: V8's collections of young objects would take what that holds for alive, which is all of the document.
 */
class ReadContext implements Context {
  readonly #checked: Checked;
  readonly at = origins;
  readonly users: Context["users"];
  readonly marked: Context["marked"];
  readonly references = referencesOf;
  readonly parts: Context["parts"];
  readonly namesakes: Context["namesakes"];
  readonly possibleRange: Context["possibleRange"];
  readonly graph: Context["graph"];
  readonly isFaulty: Context["isFaulty"];
  readonly once: Context["once"];
  readonly derive: Context["derive"];
  readonly fact: Context["fact"];

  constructor(checked: Checked, { parts, possibleRange, graph, isFaulty, once, derive }: Answers) {
    this.#checked = checked;
    this.users = checked.users;
    this.marked = checked.marked;
    this.parts = parts;
    this.namesakes = checked.namesakes;
    this.possibleRange = possibleRange;
    this.graph = graph;
    this.isFaulty = isFaulty;
    this.once = once;
    this.derive = derive;
    this.fact = derive;
  }

  get instrument(): Instrument {
    return this.#checked.instrument();
  }

  get scoring(): Instrument {
    return this.#checked.instrument();
  }

  get settings(): Settings {
    return this.#checked.settings();
  }

  get isLibrary(): boolean {
    return this.#checked.parts().at(0)?.id === "library";
  }

  get language(): string | undefined {
    return this.instrument.metadata.language;
  }

  get verbatim(): boolean {
    return this.instrument.metadata.source?.verbatim ?? false;
  }

  source({ segment, start, end }: Place): string {
    return segment.text.slice(start, end);
  }
}

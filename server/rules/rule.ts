import type { Instrument } from "../model/instrument.ts";
import type { Origins } from "../model/origins.ts";
import type { Part, PartKind, PartOf } from "../model/parts.ts";
import type { Reference } from "../model/references.ts";
import type { Settings } from "../model/settings.ts";
import type { Range, Severity } from "../problem.ts";
import type { InstrumentGraph, PossibleRange } from "../scoring/range.ts";
import type { Place } from "../syntax/place.ts";

/**
 * One mistake that can be found: the code that names it, how grave it is, one sentence, and the check. A rule looks at one kind of part and
 * is asked again when that part changes, or anything that it looked at through its context.
 */
export interface Rule<K extends PartKind = PartKind> {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for the table of rules: what the mistake is. */
  readonly summary: string;
  readonly looksAt: K | readonly K[];
  /** What a part must have for the rule to find anything in it, told from the part alone and at next to no cost: where it has not, the rule is not asked. */
  readonly needs?: (part: PartOf<K>) => boolean;
  /** Whether the rest of the document lets the rule find anything in the part. Asked before the check is begun, which for most parts costs more than this answer. */
  readonly applies?: (part: PartOf<K>, context: Context) => boolean;
  /** Codes whose findings in the same part explain this one, which is then held back. */
  readonly yieldsTo?: readonly string[];
  /** Set where a finding can be graver than the rule: it is then looked for even where nobody wants to see it, for what depends on errors. */
  readonly mayBe?: "error";
  check(part: PartOf<K>, context: Context): Iterable<Finding>;
}

/** A mistake found. `at` is a place, a formula's node, or an object of the model (its name is shown). */
export interface Finding {
  readonly at: Place | (Range & object);
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: Place | (Range & object); readonly message: string }[];
  readonly fixes?: readonly FindingFix[];
}

export interface FindingFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly at: Place | (Range & object); readonly newText: string }[];
}

/** What a rule may ask for. Every question is noted, so that the rule is asked again when its answer changes. */
export interface Context {
  readonly instrument: Instrument;
  /** The same, for questions of scoring: who asks it is not asked again for a change of wording. */
  readonly scoring: Instrument;
  readonly at: Origins;
  /** What the folder's settings say: the project's words, the systems that it exports to. */
  readonly settings: Settings;
  /** The parts that name this thing, in file order, for their kinds, ids and references alone; what else they say is asked of `instrument`. */
  users(id: string): readonly Part[];
  /** Every place in a part that names something. */
  references(part: Part): readonly Reference[];
  /** The parts of the document in file order, for their kinds, ids and places alone; what they say is asked of `instrument`. */
  parts(): readonly Part[];
  /** The parts that have an id in common with another of their kind, in file order. */
  namesakes(): readonly Part[];
  /** The items and sections of which this is so (`evidence/marks.ts`), in file order: what many parts share, at the price of those that share it. */
  marked(mark: string): readonly string[];
  /** The language that the document is written in, and whether its wording is published and not to be touched. */
  readonly language: string | undefined;
  /** Whether the document is a library, whose parts are used by other documents. */
  readonly isLibrary: boolean;
  readonly verbatim: boolean;
  /** The proved range of a score; undefined where its definition is at fault. */
  possibleRange(score: string): PossibleRange | undefined;
  /** What answers can lead to, for questions about these items and scores; undefined where they reach far and go round in a cycle. */
  graph(names: Iterable<string>): InstrumentGraph | undefined;
  /** Whether a thing's own definition has an error, so that what follows from it is not worth saying. */
  isFaulty(id: string): boolean;
  /** The characters as written. */
  source(place: Place): string;
  /** Remembers what several rules ask of the part in hand, while it is checked. */
  once<T>(key: string, make: () => T): T;
  /** A word or a truth that many things can turn over and few do: who asks is asked again only where it is another. */
  fact<T extends string | boolean | undefined>(key: string, make: (context: Context) => T): T;
  /** Remembers a costly answer that several rules ask for, until something that it was made from changes. */
  derive<T>(key: string, make: (context: Context) => T): T;
}

/** What the table of rules says of each code, whoever reports it. */
export type RuleInfo = Pick<Rule, "code" | "severity" | "summary" | "yieldsTo">;

/** A code that reading the text or its shape reports by itself: it has its file and its page, and nothing to check. */
export const reported = (info: RuleInfo): RuleInfo => info;

/** Keeps the type of the part that a rule looks at. */
export function rule<K extends PartKind>(definition: Rule<K>): Rule<K> {
  return definition;
}

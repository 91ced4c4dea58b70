import type { Instrument, Item } from "../model/instrument.ts";
import { type Ends, itemEnds, routingOf } from "../model/resolve.ts";
import { add, subtract } from "../number/arithmetic.ts";
import type { Exact } from "../number/exact.ts";
import { type Answer, BLANK, NOT_ASKED } from "./answers.ts";
import type { Known } from "./faults.ts";
import { condition } from "./formula.ts";
import type { ScoreResult } from "./result.ts";
import type { ScoreRunner } from "./scoreRunner.ts";

/** One person's answers and scores. Everything is found when it is first asked for and kept, so scores may stand in any order. */
export interface Person {
  /** The answer as it was given. */
  given(item: string): Answer;
  /** The answer as the scoring sees it: with `skipped` and `not_asked` where the routing says so. */
  answer(item: string): Answer;
  /** The scored value of an item by itself: its score or key, reversed where the item is reverse-keyed; undefined is missing. */
  scored(item: string): Exact | undefined;
  /** True, false, or undefined where it cannot be decided: whether the item was to be asked. */
  asked(item: string): boolean | undefined;
  /** Undefined for a name that is no score of a person, or one that cannot be computed. */
  result(score: string): ScoreResult | undefined;
  readonly instrument: Instrument;
}

/** What is known of one item before anyone answers. */
interface Prepared {
  readonly item: Item;
  readonly routing: readonly ((person: Person) => boolean | undefined)[];
  readonly ends?: Ends;
}

/** Makes people of one instrument. */
export function personMaker(
  instrument: Instrument,
  runners: ReadonlyMap<string, ScoreRunner>,
  known: Known,
): (answers: (item: string) => Answer | undefined) => Person {
  const items = new Map<string, Prepared>();
  for (const item of instrument.items.values()) {
    items.set(item.id, {
      item,
      routing: routingOf(instrument, item).map((tree) => condition(instrument, known.lookup, tree)),
      ends: item.reverse ? itemEnds(instrument, item) : undefined,
    });
  }
  return (answers) => new Respondent(instrument, items, runners, answers);
}

/** Guards what has been found out about one person. */
class Respondent implements Person {
  readonly instrument: Instrument;
  readonly #items: ReadonlyMap<string, Prepared>;
  readonly #runners: ReadonlyMap<string, ScoreRunner>;
  readonly #given: (item: string) => Answer | undefined;
  /** Blanks of items that have a condition, as the routing decides. */
  readonly #unasked = new Map<string, Answer>();
  /** `open` while it is being decided: in a cycle of routing nothing can be. */
  readonly #asked = new Map<string, boolean | undefined | "open">();
  readonly #results = new Map<string, ScoreResult>();

  constructor(
    instrument: Instrument,
    items: ReadonlyMap<string, Prepared>,
    runners: ReadonlyMap<string, ScoreRunner>,
    given: (item: string) => Answer | undefined,
  ) {
    this.instrument = instrument;
    this.#items = items;
    this.#runners = runners;
    this.#given = given;
  }

  given(id: string): Answer {
    return this.#given(id) ?? BLANK;
  }

  answer(id: string): Answer {
    const given = this.#given(id) ?? BLANK;
    // Only a blank is touched by the routing: an answer that is there always counts.
    if (given.kind !== "missing" || given.why !== "blank" || this.#items.get(id)?.routing.length === 0) return given;
    const found = this.#unasked.get(id) ?? this.#blank(id);
    this.#unasked.set(id, found);
    return found;
  }

  scored(id: string): Exact | undefined {
    const answer = this.answer(id);
    if (answer.kind === "structural") return answer.value;
    if (answer.kind !== "point" || answer.score === undefined) return undefined;
    const prepared = this.#items.get(id);
    if (prepared?.item.reverse !== true) return answer.score;
    const { low, high } = prepared.ends ?? {};
    return low === undefined || high === undefined ? undefined : subtract(add(low, high), answer.score);
  }

  asked(id: string): boolean | undefined {
    const found = this.#asked.get(id);
    if (found !== undefined || this.#asked.has(id)) return found === "open" ? undefined : found;
    const routing = this.#items.get(id)?.routing ?? [];
    if (routing.length === 0) return true;
    this.#asked.set(id, "open");
    const decided = all(routing.map((decide) => decide(this)));
    this.#asked.set(id, decided);
    return decided;
  }

  result(id: string): ScoreResult | undefined {
    const found = this.#results.get(id);
    if (found !== undefined) return found;
    const result = this.#runners.get(id)?.(this);
    if (result !== undefined) this.#results.set(id, result);
    return result;
  }

  /** A blank where the item may not have been asked. */
  #blank(id: string): Answer {
    if (this.asked(id) !== false) return BLANK;
    const skipped = this.#items.get(id)?.item.skipped;
    return skipped === undefined ? NOT_ASKED : { kind: "structural", value: skipped };
  }
}

/** Three-valued: false where one is false, else undecided where one is. */
function all(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

import type { Instrument, Item, Section } from "../model/instrument.ts";
import type { Reach } from "../scoring/range.ts";
import type { Ask } from "./ask.ts";
import { type Blame, blameFor, conditionsAround } from "./blame.ts";
import { type Decision, decide, reach } from "./decide.ts";

/** Whether an item or a section can be come to. */
export interface Reachability {
  /** Someone is asked. */
  readonly asked: Reach;
  /** Its own condition where the sections around it are shown; undefined where it has none. */
  readonly own?: Decision;
  /** Where nobody is asked: what is to blame. */
  readonly blame?: Blame;
}

/** Decides it by its own condition, those of the sections around it, and whether what they read can be answered. */
export function reachability(instrument: Instrument, thing: Item | Section, ask: Ask): Reachability {
  const around = conditionsAround(instrument, thing);
  const given = around.map(({ when }) => when);
  const own = thing.when && decide(ask, thing.when, given);
  const asked = own?.isTrue ?? reach(ask, given);
  return { asked, own, blame: asked.possible === "no" ? blameFor(ask, around, thing.when) : undefined };
}

import type { Analysis } from "../analysis/analysis.ts";
import { describeFormula } from "../expression/describe.ts";
import type { Instrument, Item, Section } from "../model/instrument.ts";
import type { Reached } from "../preview/view.ts";
import { remember } from "../remember.ts";
import { type Ask, askOnScreen, isNever } from "../routing/ask.ts";
import { type Reachability, reachability } from "../routing/reachability.ts";
import { type Reason, reasonInWords } from "../routing/reason.ts";

/** What routing does with each thing of an instrument, looked at when it is asked for, and once for each version. */
export interface RoutingReach {
  reach(thing: Item | Section): Reached;
  endsAt(section: Section): { readonly never: boolean } | undefined;
}

export function routingReach({ instrument }: Analysis): RoutingReach {
  return remember(KNOWN, instrument, () => reachIn(instrument));
}

const KNOWN = new WeakMap<Instrument, RoutingReach>();

function reachIn(instrument: Instrument): RoutingReach {
  let screen: Ask | undefined;
  const ask: Ask = (tree) => {
    screen ??= askOnScreen(instrument);
    return screen(tree);
  };
  const known = new Map<string, Reached>();
  const ends = new Map<string, { readonly never: boolean }>();
  return {
    reach(thing) {
      const kind = "section" in thing ? "item" : "section";
      return remember(known, `${kind} ${thing.id}`, () => reachedBy(reachability(instrument, thing, ask)));
    },
    endsAt({ id, screenOut }) {
      if (screenOut === undefined) return undefined;
      return remember(ends, id, () => ({ never: isNever(ask, screenOut) }));
    },
  };
}

function reachedBy({ asked, own, blame }: Reachability): Reached {
  if (asked.possible === "no") {
    const because =
      blame?.kind === "section"
        ? `section "${blame.section}" is never shown`
        : blame?.kind === "together"
          ? "its conditions exclude each other"
          : blame?.reason && inWords(blame.reason);
    return { never: true, always: false, because };
  }
  // Where the condition may be missing, someone is led around it all the same.
  const always = own !== undefined && own.isFalse.possible === "no" && own.isMissing.possible === "no" && own.isTrue.possible === "yes";
  return { never: false, always };
}

/** Without the quotes of formulas, as the drawing tells conditions in words too. */
function inWords(reason: Reason): string {
  switch (reason.kind) {
    case "range":
      return reasonInWords(reason).replace(/^"(.*)" is /, "$1 is ");
    case "never_there":
      return `${describeFormula(reason.node)} is never there`;
    case "contradiction":
      return `“${describeFormula(reason.nodes[0])}” and “${describeFormula(reason.nodes[1])}” exclude each other`;
    case "covers":
      return `one of “${describeFormula(reason.nodes[0])}” and “${describeFormula(reason.nodes[1])}” always holds`;
  }
}

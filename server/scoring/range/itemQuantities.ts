import type { Expression } from "../../expression/expression.ts";
import { type Atom, marked, type Outcome, point } from "../../expression/range/atom.ts";
import { IMPOSSIBLE, type Operation } from "../../expression/range/operation.ts";
import { AND } from "../../expression/range/operations/logic.ts";
import type { Free, Quantities, Quantity } from "../../expression/range/quantity.ts";
import type { Value } from "../../expression/value.ts";
import type { Instrument, Item, Option, Response } from "../../model/instrument.ts";
import { itemEnds, responseOf, routingOf } from "../../model/resolve.ts";
import { type Answer, NOT_ASKED } from "../answers.ts";
import { answerValue } from "../formula.ts";
import { type AnswerMap, mappedNumbers } from "./answerMap.ts";
import { answerOf, BLANK_SIGN, type ItemDomain, itemDomain } from "./itemDomain.ts";

/** The signs of a blank where the item was not to be asked: missing, or its `skipped` value. */
const NOT_ASKED_SIGN = "~";
const SKIPPED_SIGN = "#";

/** What the graph knows of items. */
export interface ItemQuantities {
  /** The answer by its sign, with what routing makes of a blank. */
  answer(id: string): Quantity;
  /** The answer as a formula sees it. */
  value(id: string): Quantity;
  /** The scored value, as `scored(name)` gives it. */
  scored(id: string): Quantity;
  /** Whether the item is to be asked. */
  asked(id: string): Quantity;
  /** What a sign of the item's answer stands for. */
  meaning(id: string): (sign: Value) => Answer;
  /** The input behind an answer. */
  free(id: string): Free | undefined;
}

/**
 * Which answer sheets are thought of. `data`: an item may be answered, or left blank, unless it is known not to be asked; then it is blank. `complete`:
 * besides, everything that is asked has an answer that counts. `shown`: as on a screen, where an item is answered only if it is known to be asked.
 */
export type Sheets = "data" | "complete" | "shown";

/** Items as quantities. */
export function itemQuantities(
  instrument: Instrument,
  graph: Quantities,
  condition: (tree: Expression) => Quantity,
  sheets: Sheets,
): ItemQuantities {
  const domains = new Map<string, ItemDomain>();
  const byResponse = new Map<Response, ItemDomain>();
  const open = new Set<string>();
  return { answer: once(answer), value: once(value), scored: once(scored), asked: once(asked), meaning, free };

  function domainOf(item: Item): ItemDomain {
    const known = domains.get(item.id);
    if (known !== undefined) return known;
    const domain = sharedDomain(item);
    domains.set(item.id, domain);
    return domain;
  }

  /** Items on one response can be answered alike, but for keys and multiple responses. */
  function sharedDomain(item: Item): ItemDomain {
    const response = responseOf(instrument, item);
    if (response === undefined || item.key !== undefined || response.type === "multiple") return itemDomain(instrument, item);
    const known = byResponse.get(response) ?? itemDomain(instrument, item);
    byResponse.set(response, known);
    return known;
  }

  function input(item: Item): Quantity {
    const { answers, outcomes } = domainOf(item);
    return graph.free(item.id, (self) => {
      const all = outcomes(self);
      return sheets === "complete"
        ? all.filter(({ atom }) => atom.kind !== "point" || counts(atom.value, answers) || atom.value === BLANK_SIGN)
        : all;
    });
  }

  function free(id: string): Free | undefined {
    const item = instrument.items.get(id);
    const quantity = item && input(item);
    return quantity?.kind === "free" ? quantity : undefined;
  }

  function answer(id: string): Quantity {
    const item = instrument.items.get(id);
    if (item === undefined) return graph.known(BLANK_SIGN);
    const offers = (responseOf(instrument, item)?.options ?? []).filter(({ when }) => when !== undefined);
    const conditions = offers.map(({ when }) => (when === undefined ? graph.known(true) : guarded(id, () => condition(when))));
    const routing = asked(id);
    if (sheets !== "complete" && offers.length === 0 && routing.kind === "known" && routing.value === true) return input(item);
    return graph.apply(askedAnswer(item, offers, sheets), [routing, ...conditions, input(item)]);
  }

  function asked(id: string): Quantity {
    const item = instrument.items.get(id);
    if (item === undefined) return graph.known(false);
    const conditions = routingOf(instrument, item).map((tree) => guarded(id, () => condition(tree)));
    return conditions.reduce((all, next) => graph.apply(AND, [all, next]), graph.known(true));
  }

  /** In a cycle of routing nothing can be decided. */
  function guarded(id: string, make: () => Quantity): Quantity {
    if (open.has(id)) return graph.known(null);
    open.add(id);
    const made = make();
    open.delete(id);
    return made;
  }

  function meaning(id: string): (sign: Value) => Answer {
    const item = instrument.items.get(id);
    if (item === undefined) return () => NOT_ASKED;
    const domain = domainOf(item);
    return (sign) => {
      if (sign === NOT_ASKED_SIGN) return NOT_ASKED;
      return sign === SKIPPED_SIGN && item.skipped !== undefined
        ? { kind: "structural", value: item.skipped }
        : answerOf(item, domain, sign);
    };
  }

  function value(id: string): Quantity {
    const meant = meaning(id);
    return graph.apply(
      {
        key: `value of ${id}`,
        type: "any",
        apply: ([sign = null]) => answerValue(meant(sign)),
        spread: ([atom]) => (atom === undefined ? undefined : [{ atom }]),
        back: (result) => result,
      },
      [answer(id)],
    );
  }

  function scored(id: string): Quantity {
    const item = instrument.items.get(id);
    if (item === undefined) return graph.known(null);
    const meant = meaning(id);
    const ends = item.reverse ? itemEnds(instrument, item) : undefined;
    const map: AnswerMap = { key: item.key, ends: () => ends, reversed: item.reverse };
    return graph.apply(
      { key: `score of ${id}`, type: "number", apply: ([sign = null]) => scoredValue(meant(sign), map), ...mappedNumbers(map) },
      [answer(id)],
    );
  }
}

function once(make: (id: string) => Quantity): (id: string) => Quantity {
  const known = new Map<string, Quantity>();
  return (id) => {
    const quantity = known.get(id) ?? make(id);
    known.set(id, quantity);
    return quantity;
  };
}

function counts(sign: Value, answers: ReadonlyMap<string, Answer>): boolean {
  return typeof sign === "string" && answers.get(sign)?.kind !== "missing";
}

/** As Person.scored: the score that the answer has by itself, reversed where the item is. */
function scoredValue(answer: Answer, { reversed, ends: endsOf }: AnswerMap): Value {
  const ends = endsOf();
  if (answer.kind === "structural") return answer.value;
  if (answer.kind !== "point" || answer.score === undefined) return null;
  if (!reversed) return answer.score;
  return ends?.low === undefined || ends.high === undefined ? null : ends.low.add(ends.high).sub(answer.score);
}

/** Routing, then conditions of options, then the answer: what can be together, and what a blank stands for. */
function askedAnswer(item: Item, offers: readonly Option[], sheets: Sheets): Operation {
  const skippedSign = item.skipped === undefined ? NOT_ASKED_SIGN : SKIPPED_SIGN;
  return {
    key: `answer to ${item.id}`,
    type: "any",
    apply: (values) => {
      const [asked = null, ...rest] = values;
      const sign = rest.at(-1) ?? null;
      if (asked === false) return sign === BLANK_SIGN ? skippedSign : IMPOSSIBLE;
      if (sheets === "complete" && asked === true && sign === BLANK_SIGN) return IMPOSSIBLE;
      if (sheets === "shown" && asked === null && sign !== BLANK_SIGN) return IMPOSSIBLE;
      return offers.some((option, place) => rest[place] === false && picks(sign, option)) ? IMPOSSIBLE : sign;
    },
    spread: (atoms) => spreadAnswer(atoms, skippedSign, sheets),
  };
}

function picks(sign: Value, { code }: Option): boolean {
  return typeof sign === "string" && (sign === `!${code}` || (sign.startsWith("=") && sign.slice(1).split(";").includes(code)));
}

/** An answer that is a stretch, or a condition of which nothing is known. */
function spreadAnswer(atoms: readonly Atom[], skippedSign: string, sheets: Sheets): readonly Outcome[] | undefined {
  const [asked] = atoms;
  const answer = atoms.at(-1);
  if (asked === undefined || answer === undefined) return undefined;
  const blank = answer.kind === "point" && answer.value === BLANK_SIGN;
  if (asked.kind === "point" && asked.value === false) return blank ? [{ atom: point(skippedSign) }] : [];
  if (sheets === "shown" && asked.kind === "point" && asked.value === null && !blank) return [];
  if (atoms.slice(0, -1).every(({ kind }) => kind === "point")) return [{ atom: answer }];
  // Whether it is asked or offered is not known: either may be.
  return [{ atom: marked(answer, false, answer.tags) }, ...(blank ? [{ atom: point(skippedSign, false) }] : [])];
}

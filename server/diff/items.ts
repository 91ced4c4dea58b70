import type { Instrument, Item, Response } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import { responseOf, routingOf } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { addedAndRemoved } from "./addedAndRemoved.ts";
import type { Change } from "./change.ts";
import { canonical } from "./formulas.ts";
import { isReordered, type Matched, matched } from "./renamed.ts";
import { responseChanges } from "./responses.ts";
import { inOwnLanguage, plain, textChanges } from "./texts.ts";

export interface Versions {
  readonly old: Instrument;
  readonly now: Instrument;
  readonly language: string | undefined;
}

/** Items that are the same in both versions: by their ids, or by their wording where they were renamed or their ids went to others. */
export function matchedItems({ old, now, language }: Versions): Matched {
  const stemOf = (item: Item) => plain(inOwnLanguage(item.stem, language) ?? "") || undefined;
  return matched(old.items, now.items, stemOf, true);
}

/** How the items differ: which there are, their order, what they say, what they are answered on, and who is asked. */
export function itemChanges(versions: Versions, items: Matched, renamed: ReadonlyMap<string, string>): Change[] {
  const { old, now } = versions;
  const changes = addedAndRemoved("item", { old: old.items, now: now.items }, items, (id) => [id]);
  const moved = now.items.values().find((item) => items.both.some(({ now: id }) => id === item.id));
  if (isReordered(old.items.ids(), items) && moved)
    changes.push({
      class: "wording",
      needs: "patch",
      message: `the items are asked in another order: ${orderOf(old.items.ids(), items)}`,
      now: origins.name(moved),
      concerns: [],
      effect: "none",
    });
  for (const pair of items.both) {
    const [before, after] = [old.items.get(pair.old), now.items.get(pair.now)];
    if (before && after) changes.push(...oneItem(before, after, versions, renamed));
  }
  changes.push(...answersOf(versions, items, renamed));
  return changes;
}

/** The first item that stands elsewhere, in words. */
function orderOf(old: readonly string[], { both }: Matched): string {
  const places = new Map(old.map((id, place) => [id, place]));
  const order = both.map((pair) => ({ ...pair, place: places.get(pair.old) ?? 0 }));
  const first = order.findIndex(({ place }, i) => i + 1 < order.length && place > (order[i + 1]?.place ?? 0));
  return `"${order[first]?.now}" now stands before "${order[first + 1]?.now}"`;
}

function oneItem(old: Item, now: Item, versions: Versions, renamed: ReadonlyMap<string, string>): Change[] {
  const changes: Change[] = [];
  const at = { old: origins.name(old), now: origins.name(now), concerns: [now.id] };
  const add = (kind: Change["class"], needs: Change["needs"], effect: Change["effect"], message: string) =>
    changes.push({ class: kind, needs, message, ...at, effect });
  const name = `"${now.id}"`;
  if (old.id !== now.id) {
    const isTaken = versions.now.items.has(old.id) ? `, and "${old.id}" is another item` : "";
    add("data column", "major", "none", `item "${old.id}" is now called ${name}${isTaken}`);
  }
  const { language } = versions;
  changes.push(...textChanges(old.stem, now.stem, language, { what: `the stem of ${name}`, isRead: true, ...at }));
  changes.push(...textChanges(old.help, now.help, language, { what: `the help of ${name}`, isRead: true, ...at }));
  changes.push(...textChanges(old.alert, now.alert, language, { what: `the signpost of ${name}`, isRead: false, ...at }));
  const around = instructions(versions.old, old, language);
  const aroundNow = instructions(versions.now, now, language);
  if (around !== aroundNow && old.section !== now.section)
    add("wording", "patch", "care", `${name} stood under ${quoted(around)} and now stands under ${quoted(aroundNow)}`);
  if (old.reverse !== now.reverse)
    add("key", "major", "weighed", now.reverse ? `${name} is now reverse-keyed` : `${name} is no longer reverse-keyed`);
  if (old.key !== now.key)
    add("key", "major", "breaks", `the right answer to ${name} was ${quoted(old.key)} and is now ${quoted(now.key)}`);
  const [skipped, skippedNow] = [old.skipped, now.skipped].map((value) => (value === undefined ? undefined : printExact(value)));
  if (skipped !== skippedNow)
    add(
      "scoring",
      "major",
      "breaks",
      `${name} ${skipped === undefined ? "had no score" : `scored ${skipped}`} where it is not asked and ${skippedNow === undefined ? "now has none" : `now scores ${skippedNow}`}`,
    );
  const [when, whenNow] = [
    routingOf(versions.old, old).map((formula) => canonical(versions.old, formula, NONE)),
    routingOf(versions.now, now).map((formula) => canonical(versions.now, formula, renamed)),
  ];
  if (when.join("\n") !== whenNow.join("\n")) {
    const isAsWritten = routingOf(versions.now, now).every((formula, i) => canonical(versions.now, formula, NONE) === whenNow[i]);
    const names = isAsWritten ? "" : ", by the former names";
    add("routing", "minor", "breaks", `${name} was asked ${asked(when)} and is now asked ${asked(whenNow)}${names}`);
  }
  if (old.require !== now.require)
    add(
      "routing",
      "minor",
      "none",
      `an answer to ${name} was ${REQUIRED[String(old.require)]} and is now ${REQUIRED[String(now.require)]}`,
    );
  const [checks, checksNow] = [
    old.checks.map(({ that }) => canonical(versions.old, that, NONE)).join("; "),
    now.checks.map(({ that }) => canonical(versions.now, that, renamed)).join("; "),
  ];
  if (checks !== checksNow) {
    const isAsWritten = checksNow === now.checks.map(({ that }) => canonical(versions.now, that, NONE)).join("; ");
    const names = isAsWritten ? "" : ", by the former names";
    add("routing", "minor", "none", `what is checked of ${name} was ${quoted(checks)} and is now ${quoted(checksNow)}${names}`);
  }
  for (const [i, { say }] of now.checks.entries())
    if (old.checks.length === now.checks.length)
      changes.push(
        ...textChanges(old.checks[i]?.say, say, language, { what: `what is said where a check of ${name} fails`, isRead: false, ...at }),
      );
  if (old.recall !== now.recall)
    add("wording", "patch", "none", `the period of ${name} was ${quoted(old.recall)} and is now ${quoted(now.recall)}`);
  for (const key of ["scored", "privacy", "source", "note"] as const)
    if (old[key] !== now[key])
      add("cosmetic", "none", "none", `"${key}" of ${name} was ${quoted(old[key])} and is now ${quoted(now[key])}`);
  const [standard, standardNow] = [standardOf(old), standardOf(now)];
  if (standard !== standardNow)
    add("cosmetic", "none", "none", `the standard that ${name} follows was ${quoted(standard)} and is now ${quoted(standardNow)}`);
  return changes;
}

const standardOf = ({ standard }: Item): string =>
  [standard?.name, standard?.nation, standard?.version].filter((part) => part !== undefined).join(", ");

const NONE: ReadonlyMap<string, string> = new Map();

const REQUIRED: Record<string, string> = { true: "required", false: "not required", soft: "asked for once more" };

const asked = (conditions: readonly string[]): string => (conditions.length === 0 ? "always" : `when ${conditions.join(" and ")}`);
const quoted = (value: string | boolean | undefined): string => (value === undefined || value === "" ? "nothing" : `"${value}"`);

function instructions(instrument: Instrument, item: Item, language: string | undefined): string {
  const section = instrument.sections.get(item.section);
  return plain(inOwnLanguage(section?.text, language) ?? inOwnLanguage(section?.title, language) ?? "");
}

/** Each response once, with the items that are answered on it: a shared one that changed is one change. */
function answersOf(versions: Versions, items: Matched, renamed: ReadonlyMap<string, string>): Change[] {
  const { old, now, language } = versions;
  const changes: Change[] = [];
  const pairs = new Map<string, { readonly ids: string[]; readonly first: { readonly before: Item; readonly after: Item } }>();
  const keys = new Map<object, number>();
  const keyOf = (object: object): number => {
    const known = keys.get(object) ?? keys.size;
    keys.set(object, known);
    return known;
  };
  for (const pair of items.both) {
    const [before, after] = [old.items.get(pair.old), now.items.get(pair.now)];
    const [was, is] = [before && responseOf(old, before), after && responseOf(now, after)];
    if (before && after && (was === undefined) !== (is === undefined))
      changes.push({
        class: "data column",
        needs: "major",
        message: `what "${after.id}" is answered on ${was ? "is no longer known" : "was not known, and now is"}`,
        old: origins.name(before),
        now: origins.name(after),
        concerns: [after.id],
        effect: "breaks",
      });
    if (!before || !after || !was || !is) continue;
    const key = `${keyOf(was)} ${keyOf(is)}`;
    const known = pairs.get(key);
    if (known) known.ids.push(pair.now);
    else pairs.set(key, { ids: [pair.now], first: { before, after } });
  }
  for (const { ids, first } of pairs.values()) {
    const [was, is] = [responseOf(old, first.before), responseOf(now, first.after)];
    if (!was || !is) continue;
    const what = is.id === undefined ? `what "${first.after.id}" is answered on` : `"${nameIn(now, is) ?? is.id}"`;
    changes.push(...responseChanges({ old: was, now: is, what, concerns: ids, language, instruments: versions, renamed }));
  }
  return changes;
}

/** The name under which a document knows a response, with the alias of the library that it is from. */
function nameIn({ responses }: Instrument, response: Response): string | undefined {
  return responses.ids()[responses.values().indexOf(response)];
}

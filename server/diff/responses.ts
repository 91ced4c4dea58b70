import type { Instrument, Option, Response } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import { printExact } from "../number/print.ts";
import type { Change } from "./change.ts";
import { canonical } from "./formulas.ts";
import { pairedOptions } from "./pairedOptions.ts";
import { inOwnLanguage, plain, shown, textChanges } from "./texts.ts";

export interface ResponsePair {
  readonly old: Response;
  readonly now: Response;
  /** Its name, or the item that it stands in. */
  readonly what: string;
  /** The items, by their new ids, that are answered on it in both versions. */
  readonly concerns: readonly string[];
  readonly language: string | undefined;
  readonly instruments: { readonly old: Instrument; readonly now: Instrument };
  readonly renamed: ReadonlyMap<string, string>;
}

/** How what an item is answered on differs between two versions. */
export function responseChanges(pair: ResponsePair): Change[] {
  const { old, now, what, concerns, language } = pair;
  const at = { old: origins.name(old), now: origins.name(now), concerns };
  const changes: Change[] = [];
  if (old.type !== now.type) {
    changes.push({
      class: "data column",
      needs: "major",
      message: `${what} was of type ${old.type} and is now of type ${now.type}`,
      ...at,
      effect: "breaks",
    });
    return changes;
  }
  changes.push(...optionChanges(pair), ...pointChanges(pair));
  if (old.randomise !== now.randomise)
    changes.push({
      class: "option",
      needs: "minor",
      message: `the options of ${what} ${now.randomise ? "are now shown in a random order" : "are no longer shown in a random order"}`,
      ...at,
      effect: "care",
    });
  const [unit, unitNow] = [inOwnLanguage(old.unit, language), inOwnLanguage(now.unit, language)];
  if (plain(unit ?? "") !== plain(unitNow ?? ""))
    changes.push({
      class: "code",
      needs: "major",
      message: `${what} was answered in ${unit === undefined ? "no unit" : shown(unit)} and is now in ${unitNow === undefined ? "no unit" : shown(unitNow)}`,
      ...at,
      effect: "breaks",
    });
  const [bands, bandsNow] = [stretches(old), stretches(now)];
  if (bands !== bandsNow)
    changes.push({
      class: "scoring",
      needs: "major",
      message: `the bands of ${what} were ${bands} and are now ${bandsNow}`,
      ...at,
      effect: "none",
    });
  if (old.unable?.code !== now.unable?.code)
    changes.push({
      class: "code",
      needs: "major",
      message: `the code of ${what} for being unable to answer was ${codeOf(old)} and is now ${codeOf(now)}`,
      ...at,
      effect: "none",
    });
  changes.push(
    ...textChanges(old.unable?.label, now.unable?.label, language, { what: `the label of "unable" of ${what}`, isRead: true, ...at }),
  );
  return changes;
}

const codeOf = ({ unable }: Response): string => (unable === undefined ? "none" : shown(unable.code));

function optionChanges({ old, now, what, concerns, language, instruments, renamed }: ResponsePair): Change[] {
  const paired = pairedOptions(old, now, language);
  const changes: Change[] = [];
  for (const { old: before, now: after } of paired.both) {
    const at = { old: origins.name(before), now: origins.name(after), concerns };
    const name = after.label ? shown(inOwnLanguage(after.label, language)) : `option ${after.code}`;
    const add = (kind: Change["class"], needs: Change["needs"], effect: Change["effect"], message: string) =>
      changes.push({ class: kind, needs, message, ...at, effect });
    if (before.code !== after.code) {
      const isSameNumber = before.number !== undefined && after.number !== undefined && before.number.equals(after.number);
      // What counts as missing is missing under any code.
      const effect = before.missing && after.missing ? "none" : "weighed";
      if (!isSameNumber) add("code", "major", effect, `${name} of ${what} had the code ${before.code} and now has ${after.code}`);
    }
    const [score, scoreNow] = [before.score, after.score].map((value) => (value === undefined ? undefined : printExact(value)));
    if (score !== scoreNow)
      add(
        "key",
        "major",
        "weighed",
        `${name} of ${what} ${score === undefined ? "had no score of its own" : `scored ${score}`} and ${scoreNow === undefined ? "now has none of its own" : `now scores ${scoreNow}`}`,
      );
    if (before.missing !== after.missing)
      add("key", "major", "breaks", `${name} of ${what} ${after.missing ? "now counts as missing" : "no longer counts as missing"}`);
    changes.push(
      ...textChanges(before.label, after.label, language, { what: `the label of ${after.code} of ${what}`, isRead: true, ...at }),
    );
    if (canonical(instruments.old, before.when, NONE) !== canonical(instruments.now, after.when, renamed))
      add("routing", "minor", "care", `when ${name} of ${what} can be chosen has changed`);
    for (const [key, says] of FLAGS)
      if (before[key] !== after[key])
        add("option", "minor", key === "fixed" ? "none" : "care", `${name} of ${what} is ${after[key] ? "now" : "no longer"} ${says}`);
  }
  for (const option of paired.added)
    changes.push(optionChange(option, `was added to ${what}`, option.missing ? "minor" : "major", { now: origins.name(option), concerns }));
  for (const option of paired.removed)
    changes.push(optionChange(option, `was removed from ${what}`, "major", { old: origins.name(option), concerns }));
  const places = new Map(old.options.map((option, place) => [option, place]));
  const order = [...paired.both]
    .sort((a, b) => now.options.indexOf(a.now) - now.options.indexOf(b.now))
    .map((pair) => places.get(pair.old) ?? 0);
  if (!old.randomise && !now.randomise && order.some((place, i) => i > 0 && place < (order[i - 1] ?? 0)))
    changes.push({
      class: "option",
      needs: "minor",
      message: `the options of ${what} stand in another order`,
      old: origins.name(old),
      now: origins.name(now),
      concerns,
      effect: "care",
    });
  return changes;
}

const NONE: ReadonlyMap<string, string> = new Map();

const FLAGS = [
  ["exclusive", "exclusive"],
  ["other", "one that opens a text field"],
  ["fixed", "fixed in its place"],
  ["preselected", "ticked beforehand"],
] as const;

function optionChange(option: Option, says: string, needs: Change["needs"], at: Pick<Change, "old" | "now" | "concerns">): Change {
  const name = option.label ? `${option.code} (${shown(option.label.own)})` : option.code;
  return { class: "option", needs, message: `option ${name} ${says}`, ...at, effect: option.missing ? "care" : "breaks" };
}

/** From where to where a rating, a line or a number goes, and what stands at its points. */
function pointChanges({ old, now, what, concerns, language }: ResponsePair): Change[] {
  const changes: Change[] = [];
  const [ends, endsNow] = [span(old), span(now)];
  if (ends !== endsNow) {
    const isMoved = old.from && old.to && now.from && now.to && old.to.sub(old.from).equals(now.to.sub(now.from));
    changes.push({
      class: isMoved ? "code" : "option",
      needs: "major",
      message: `${what} went ${ends} and now goes ${endsNow}`,
      old: origins.name(old),
      now: origins.name(now),
      concerns,
      effect: "breaks",
    });
  }
  const label = (texts: Response["anchors"], point: string) => plain(inOwnLanguage(texts.get(point), language) ?? "");
  for (const point of new Set([...old.anchors.keys(), ...now.anchors.keys()])) {
    const at = { old: origins.value(old, "anchors"), now: origins.value(now, "anchors"), concerns };
    const is = label(now.anchors, point);
    const former = [...old.anchors.keys()].find((other) => other !== point && is !== "" && label(old.anchors, other) === is);
    if (former !== undefined && label(old.anchors, point) !== is && ends === endsNow)
      changes.push({
        class: "code",
        needs: "major",
        message: `${shown(is)} of ${what} stood at ${former} and now stands at ${point}`,
        ...at,
        effect: "breaks",
      });
    else
      changes.push(
        ...textChanges(old.anchors.get(point), now.anchors.get(point), language, {
          what: `the label of point ${point} of ${what}`,
          isRead: true,
          ...at,
        }),
      );
  }
  return changes;
}

function span(response: Response): string {
  const [low, high] = [response.from ?? response.min, response.to ?? response.max];
  if (low === undefined && high === undefined && response.step === undefined && response.total === undefined) return "without bounds";
  const parts = [
    low === undefined ? "" : `from ${printExact(low)}`,
    high === undefined ? "" : `to ${printExact(high)}`,
    response.step === undefined || response.step.equals(1) ? "" : `in steps of ${printExact(response.step)}`,
    response.total === undefined ? "" : `with the total ${printExact(response.total)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function stretches(response: Response): string {
  const bands = [...response.bands].map(([name, [low, high]]) => `${name} ${printExact(low)} to ${printExact(high)}`);
  return bands.length === 0 ? "none" : bands.join(", ");
}

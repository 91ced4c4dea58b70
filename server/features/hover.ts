import type { Analysis } from "../analysis/analysis.ts";
import { describeFormula } from "../expression/describe.ts";
import type { Delphi } from "../model/delphi.ts";
import type { Item, Response, Score } from "../model/instrument.ts";
import { describeKey } from "../model/keys.ts";
import type { Part } from "../model/parts.ts";
import type { Target } from "../model/references.ts";
import { membersOf, responseOf } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { missingInWords } from "../preview/scores/missingInWords.ts";
import type { Range } from "../problem.ts";
import { segmentAt, startOf } from "../syntax/segmentedText.ts";
import { cursorAt } from "./cursor.ts";
import { describeRange } from "./describeRange.ts";
import { describeEffect } from "./effectHover.ts";
import { casesInWords } from "./hovers/casesInWords.ts";
import { citationHover } from "./hovers/citationHover.ts";
import { findingHover, findingsAt } from "./hovers/findingHover.ts";
import { functionHover } from "./hovers/functionHover.ts";
import { scoresReading } from "./scoresReading.ts";
import { thingAt, thingNamed } from "./things.ts";
import { describeRule, describeWhole } from "./wholeHover.ts";
import { isWholeKind } from "./wholeThings.ts";

/** Markdown about what stands at an offset, and the characters that it is about. */
export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

export function hoverAt(analysis: Analysis, offset: number): Hover | undefined {
  const found =
    findingHover(analysis, offset) ??
    aboutName(analysis, offset) ??
    functionHover(analysis, offset) ??
    citationHover(analysis, offset) ??
    aboutKey(analysis, offset);
  const findings = findingsAt(analysis, offset);
  if (findings === "") return found;
  return found
    ? { ...found, markdown: `${found.markdown}\n\n---\n\n${findings}` }
    : { markdown: findings, range: { start: offset, end: offset } };
}

function aboutName(analysis: Analysis, offset: number): Hover | undefined {
  const found = thingAt(analysis, offset);
  if (!found) return undefined;
  const { thing, here } = found;
  if (isWholeKind(thing.kind)) {
    const markdown = describeWhole(thing.home, { space: thing.kind, id: thing.id });
    return markdown === undefined ? undefined : { markdown, range: here };
  }
  if (!thing.part) return undefined;
  // What another document defines is told by what that document says of it; a library's things by the document that uses them.
  const teller = thing.path !== undefined && analysis.joined.has(thing.path) ? thing.home : analysis;
  return { markdown: describePart(teller, thing.home, thing.part), range: here };
}

/** What is said of an item, a score or a response by its name, as beside a list to choose from. */
export function describeNamed(analysis: Analysis, target: Target, id: string): string | undefined {
  const thing = thingNamed(analysis, target, id);
  return thing?.part && describePart(analysis, thing.home, thing.part);
}

function aboutKey(analysis: Analysis, offset: number): Hover | undefined {
  const { kind } = analysis;
  const cursor = cursorAt(analysis, offset);
  const word = analysis.text.segments.at(segmentAt(analysis.text, offset))?.text.slice(...inside(analysis, cursor.word)) ?? "";
  if (!kind || word === "") return undefined;
  if (cursor.role === "key") {
    const key = describeKey(kind, [...cursor.path, word]);
    if (!key) return undefined;
    const rule = analysis.delphi && ruleAt(analysis.delphi, [...cursor.path, word]);
    if (rule !== undefined) return { markdown: `**${key.title}**\n\n${rule}`, range: cursor.word };
    const examples =
      key.examples.length > 0
        ? `\n\nFor example: ${key.examples
            .slice(0, 2)
            .map((example) => `\`${example}\``)
            .join(" · ")}`
        : "";
    return { markdown: `**${key.title}**\n\n${key.description}${examples}`, range: cursor.word };
  }
  const choice = describeKey(kind, cursor.path)?.words.find((one) => one.word === word);
  return choice && { markdown: `**${choice.word}**: ${choice.description}`, range: cursor.word };
}

/** What stands behind `consensus`, `include` and `exclude`, of the study or of a round. */
function ruleAt(study: Delphi, path: readonly (string | number)[]): string | undefined {
  const round = path[0] === "rounds" ? Number(path[1]) : undefined;
  const [top, side, ...deeper] = round === undefined ? path : path.slice(2);
  if (top !== "consensus" || deeper.length > 0 || (side !== undefined && side !== "include" && side !== "exclude")) return undefined;
  return describeRule(study, round);
}

function inside(analysis: Analysis, { start, end }: Range): [number, number] {
  const from = startOf(analysis.text, segmentAt(analysis.text, start));
  return [start - from, end - from];
}

/** `home`: the document that defines the part, the one in hand or a library. */
function describePart(analysis: Analysis, home: Analysis, part: Part): string {
  switch (part.kind) {
    case "item":
      return describeItem(analysis, home, part.value);
    case "score":
      return describeScore(analysis, part.value);
    case "response":
      return `**${part.id}** · response\n\n${describeResponse(part.value)}`;
    case "section":
      return `**${part.value.title?.own ?? part.id}** · section`;
    case "effect":
      return describeEffect(analysis, part.value);
    default:
      return `**${part.id}** · ${part.kind}`;
  }
}

function describeItem(analysis: Analysis, home: Analysis, item: Item): string {
  const response = responseOf(home.instrument, item);
  const scores = scoresReading(analysis, item.id).map((id) => `\`${id}\``);
  return [
    `**${item.id}** · item${item.reverse ? " · reverse-keyed" : ""}`,
    item.stem?.own ?? "",
    response ? describeResponse(response) : "",
    item.when ? `Asked only if ${describeFormula(item.when)}.` : "",
    scores.length > 0 ? `In ${scores.length === 1 ? "the score" : "the scores"} ${scores.join(", ")}.` : "In no score.",
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

function describeResponse(response: Response): string {
  const name = response.id ? `\`${response.id}\`: ` : "";
  if (response.options.length > 0)
    return (
      name + response.options.map((option) => `${option.code} ${option.label?.own ?? ""}${option.missing ? " (missing)" : ""}`).join(" · ")
    );
  const ends = [response.from ?? response.min, response.to ?? response.max].map((end) => end?.toString());
  return `${name}${response.type}${ends[0] !== undefined || ends[1] !== undefined ? ` from ${ends[0] ?? "any"} to ${ends[1] ?? "any"}` : ""}${response.unit ? ` ${response.unit.own}` : ""}`;
}

function describeScore(analysis: Analysis, score: Score): string {
  const range = analysis.possibleRange(score.id);
  return [
    `**${score.id}** · score`,
    score.label?.own ?? "",
    score.when ? `Only where ${describeFormula(score.when)}.` : "",
    score.value ? `Formula: ${describeFormula(score.value)}.` : "",
    casesInWords(score),
    entriesInWords(analysis, score),
    range ? describeRange(range) : "",
    bandsInWords(score),
    score.higher ? `Higher: ${score.higher.own}.` : "",
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

function entriesInWords(analysis: Analysis, score: Score): string {
  if (!score.entries) return "";
  const { members } = membersOf(analysis.instrument, score);
  const reversed = members.filter((member) => member.reversed).map(({ id }) => `\`${id}\``);
  const made = `${score.method ? `${METHODS[score.method]} of ` : ""}${members.length} ${members.length === 1 ? "entry" : "entries"}`;
  return `${made}${reversed.length > 0 ? `, reversed: ${reversed.join(", ")}` : ""}. Missing: ${missingInWords(score, members)}.`;
}

const METHODS: Record<NonNullable<Score["method"]>, string> = {
  sum: "Sum",
  mean: "Mean",
  min: "Lowest",
  max: "Highest",
  product: "Product",
};

function bandsInWords({ bands, cutOffs }: Score): string {
  const named =
    bands?.kind === "bands" ? bands.bands.map(({ name, from, to }) => `${name} ${printExact(from)}${to ? `–${printExact(to)}` : "+"}`) : [];
  const cuts = cutOffs.map(({ name, comparison, at }) => `${name} ${comparison.replace("_", " ")} ${printExact(at)}`);
  return [named.length > 0 ? `Bands: ${named.join(" · ")}.` : "", cuts.length > 0 ? `Cut-offs: ${cuts.join(" · ")}.` : ""]
    .filter((line) => line !== "")
    .join("\n\n");
}

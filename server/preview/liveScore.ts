import type { Instrument, Score } from "../model/instrument.ts";
import type { Person } from "../scoring/person.ts";
import { printValue } from "../scoring/printValue.ts";
import type { ScoreResult, Status } from "../scoring/result.ts";
import { traceOf } from "../scoring/trace.ts";
import type { LiveScore } from "./view.ts";

/** Every score of a person with the way that led to it. */
export function liveScores(instrument: Instrument, person: Person): ReadonlyMap<string, LiveScore> {
  const scores = new Map<string, LiveScore>();
  for (const score of instrument.scores.values()) {
    const result = person.result(score.id);
    if (result !== undefined) {
      scores.set(score.id, liveScore(score, result));
    }
  }
  return scores;
}

function liveScore(score: Score, result: ScoreResult): LiveScore {
  const { value, status, properties } = result;
  const trace = traceOf(score, result).lines.map(({ name, text }) => (name === undefined ? text : `${name}: ${text}`));
  if (value.kind === "missing") {
    return { because: status === "ok" ? "no value" : REASONS[status], trace };
  }
  const band = properties.get("band");
  return {
    value: printValue(value),
    number: value.kind === "number" ? value.value : undefined,
    band: band === undefined || band.kind === "missing" ? undefined : printValue(band).replaceAll("_", " "),
    trace,
  };
}

const REASONS: Readonly<Record<Exclude<Status, "ok">, string>> = {
  too_few: "too few answers",
  not_applicable: "does not apply",
  not_asked: "not asked",
  out_of_range: "an answer is outside its response",
};

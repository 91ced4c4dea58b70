import type { Band, Bands, CutOff, Score } from "../model/instrument.ts";
import { bandOf, meetsCutOff } from "./bands.ts";
import { codeOf, sameCode } from "./covariate.ts";
import type { Person } from "./person.ts";
import { MISSING, type ScoreValue } from "./result.ts";

/** The names of what a score has besides its value, in the order of output columns: `band`, then cut-offs and further band sets, each once. */
export function propertyNames(score: Score): readonly string[] {
  const names = [...score.cutOffs.map(({ name }) => name), ...score.bandSets.keys()];
  return [...new Set(score.bands === undefined ? names : ["band", ...names])];
}

/** Bands and cut-offs of a value. Missing where the value is, where no band holds it, and where a covariate that decides is missing. */
export function propertiesOf(score: Score): (value: ScoreValue, person: Person) => ReadonlyMap<string, ScoreValue> {
  const names = propertyNames(score);
  if (names.length === 0) return () => NONE;
  return (value, person) => new Map(names.map((name) => [name, propertyOf(score, name, value, person)]));
}

const NONE: ReadonlyMap<string, ScoreValue> = new Map();

function propertyOf(score: Score, name: string, value: ScoreValue, person: Person): ScoreValue {
  if (value.kind !== "number") return MISSING;
  const cutOffs = score.cutOffs.filter((cutOff) => cutOff.name === name);
  if (cutOffs.length > 0) {
    const cutOff = cutOffs.find((each) => concerns(each, person));
    return cutOff === undefined ? MISSING : { kind: "truth", value: meetsCutOff(cutOff, value.value) };
  }
  const set = score.bandSets.get(name) ?? (name === "band" ? score.bands : undefined);
  const band = set && bandOf(bandsFor(set, person), value.value);
  return band === undefined ? MISSING : { kind: "text", value: band };
}

function concerns(cutOff: CutOff, person: Person): boolean {
  return cutOff.by === undefined || sameCode(codeOf(cutOff.by.item, person), cutOff.by.code);
}

function bandsFor(bands: Bands, person: Person): readonly Band[] {
  if (bands.kind === "bands") return bands.bands;
  const code = codeOf(bands.by, person);
  for (const [wanted, set] of bands.sets) if (sameCode(code, wanted)) return set;
  return [];
}

import { checkFormula } from "../expression/check.ts";
import type { Meaning, Scope } from "../expression/scope.ts";
import { type AnswerCode, type Answers, NUMBER, TEXT, TRUTH, type Type, UNKNOWN } from "../expression/type.ts";
import type { Bands, Instrument, Item, Score } from "./instrument.ts";
import { endsOf, expandSpan, possibleAnswers, responseOf, stepOf } from "./resolve.ts";

/** What the names of an instrument's formulas stand for. `level`: in a formula of a group a name is the column of all persons. */
export function scopeOf(instrument: Instrument, level: Score["level"] = "person", open: ReadonlySet<string> = new Set()): Scope {
  const column = (type: Type): Type => (level === "group" ? { kind: "list", members: [type], column: true } : type);
  return {
    find: (id) => {
      const item = instrument.items.get(id);
      if (item) return itemMeaning(instrument, item, column);
      const score = instrument.scores.get(id);
      return score && scoreMeaning(instrument, score, column, open);
    },
    names: () => [...instrument.items.ids(), ...instrument.scores.ids()],
    span: (first, last) => {
      const ids = expandSpan(instrument, first, last);
      return typeof ids === "string" ? undefined : ids;
    },
    hasTable: (name) => instrument.tables.has(name),
    tables: () => instrument.tables.ids(),
  };
}

function itemMeaning(instrument: Instrument, item: Item, column: (type: Type) => Type): Meaning {
  const response = responseOf(instrument, item);
  const codes: AnswerCode[] = (response?.options ?? []).map(({ code, number, label, missing }) => ({
    code,
    number,
    label: label?.own,
    missing,
  }));
  const answers: Answers = { of: item.id, codes };
  const possible = possibleAnswers(instrument, item);
  const scorable =
    possible !== undefined &&
    (possible.kind === "interval" || (possible.kind === "codes" && possible.answers.some((answer) => answer.score !== undefined)));
  const scored = response?.options.some((option) => option.score !== undefined && !option.number?.equals(option.score)) ?? false;
  const differs = item.key !== undefined ? "key" : scored ? "score" : item.reverse ? "reverse" : undefined;
  const made = (type: Type): Meaning => ({ kind: "item", type: column(type), differs, scorable, properties: new Map() });
  switch (response?.type) {
    case "choice":
      return made({ kind: "option", answers });
    case "multiple":
      return made({ kind: "multiple", answers });
    case "rating":
    case "vas":
    case "integer":
    case "decimal": {
      const { low, high } = endsOf(response);
      return made({ kind: "number", answers: { ...answers, numbers: { low, high, step: stepOf(response) } } });
    }
    case "text":
      return made(TEXT);
    case "date":
    case "time":
    case "duration":
      return made({ kind: response.type });
    default:
      return made(UNKNOWN);
  }
}

function scoreMeaning(instrument: Instrument, score: Score, column: (type: Type) => Type, open: ReadonlySet<string>): Meaning {
  const properties = new Map<string, Type>();
  if (score.bands) properties.set("band", column(bandsType(`${score.id}.band`, score.bands)));
  for (const [name, bands] of score.bandSets) properties.set(name, column(bandsType(`${score.id}.${name}`, bands)));
  for (const { name } of score.cutOffs) properties.set(name, column(TRUTH));
  const type = valueType(instrument, score, open);
  return { kind: "score", type: column(type), scorable: type.kind === "number" || type.kind === "unknown", properties };
}

function bandsType(of: string, bands: Bands): Type {
  const names = bands.kind === "by" ? [...bands.sets.values()].flat() : bands.bands;
  const codes = [...new Set(names.map(({ name }) => name))].map((code) => ({ code, missing: false }));
  return { kind: "option", answers: { of, codes } };
}

/** The type of a score's value. A score that reads itself has none; that is reported as a cycle. */
function valueType(instrument: Instrument, score: Score, open: ReadonlySet<string>): Type {
  if (open.has(score.id)) return UNKNOWN;
  const within = new Set([...open, score.id]);
  if (score.value) return checkFormula(score.value, scopeOf(instrument, score.level, within)).type;
  if (!score.cases) return NUMBER;
  const texts: string[] = [];
  for (const { is } of score.cases) {
    if (is.kind === "number") return NUMBER;
    if (is.kind === "truth") return TRUTH;
    if (is.kind === "text") texts.push(is.value);
    if (is.kind === "expression") return checkFormula(is.value, scopeOf(instrument, score.level, within)).type;
  }
  return { kind: "option", answers: { of: score.id, codes: [...new Set(texts)].map((code) => ({ code, missing: false })) } };
}

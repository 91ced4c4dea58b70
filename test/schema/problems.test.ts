import assert from "node:assert/strict";
import { parse } from "yaml";
import type { Part } from "../../server/model/keys.ts";
import { validateKey, validatePart } from "../../server/model/schema.ts";

/** What is written, and the problems: `code at place: message -> what was meant`. One mistake gives one problem. */
const CASES: Readonly<Partial<Record<Part, readonly (readonly [written: string, ...problems: string[]])[]>>> = {
  instrument: [
    ["{instrument: a, titel: B}", 'unknown-key at titel: unknown key "titel"; did you mean "title"? -> title'],
    ["{instrument: a, license: {}}", 'unknown-key at license: unknown key "license"; did you mean "licence"? -> licence'],
    ["{title: A}", 'missing-key at : the instrument needs "instrument"'],
    [
      "{instrument: PHQ 9}",
      'invalid-id at instrument: "PHQ 9" cannot be an id: an id holds small letters, digits, underscores and hyphens, not capital letters or a blank; did you mean "phq_9"? -> phq_9',
    ],
    ["{instrument: a, version: 1.0}", 'wrong-type at version: "version" must be three numbers with dots, such as 1.0.0, not 1'],
    [
      "{instrument: a, language: english}",
      'wrong-type at language: "language" must be a language tag such as en, cy or pt-BR, not "english"',
    ],
    [
      "{instrument: a, title: {english: A}}",
      'unknown-key at title/english: unknown key "english" in "title"; expected a language tag such as en, cy or pt-BR',
    ],
    [
      "{instrument: a, source: Kroenke 2001}",
      'wrong-type at source: "source" must be a group of keys such as citation, doi or url, not "Kroenke 2001"',
    ],
    ["{instrument: a, authors: A. B.}", 'wrong-type at authors: "authors" must be a list, not "A. B."'],
    [
      "{instrument: a, anonymous: yes}",
      'wrong-type at anonymous: "anonymous" must be true or false, not "yes"; did you mean true? -> true',
    ],
    ["{instrument: a, planned: {n: 0}}", 'wrong-type at planned/n: "n" must be at least 1, not 0'],
    [
      "{instrument: a, scores: {A-1: {value: b}}}",
      'invalid-id at scores/A-1: "A-1" cannot be an id: an id holds small letters, digits and underscores, not capital letters or "-"; did you mean "a_1"? -> a_1',
    ],
    ["{instrument: a, scores: }", 'wrong-type at scores: "scores" is empty; expected a group of names, each with its own value'],
    ["{instrument: a, x-note: B, responses: {x-base: 1}}"],
    ["{instrument: a, format: 2}"],
    ["[a]", "wrong-type at : the instrument must be a group of keys such as instrument, format or title, not a list"],
  ],
  response: [
    ["{}", 'missing-key at : the response scale needs either "type", or "options", or "from" and "to"'],
    ["{from: 1}", 'missing-key at : the response scale needs "to"'],
    ["{type: multiple}", 'missing-key at : the response scale needs "options"'],
    ["{type: allocate, options: {a: A}}", 'missing-key at : the response scale needs "total"'],
    ["{type: vas}", 'missing-key at : the response scale needs "from" and "to"'],
    ["{option: {1: A}}", 'unknown-key at option: unknown key "option"; did you mean "options"? -> options'],
    ["{options: [A, B]}", 'wrong-type at options: "options" must be a group of names, each with its own value, not a list'],
    [
      "{options: {1: {label: A, scores: 2}}}",
      'unknown-key at options/1/scores: unknown key "scores" in "1"; did you mean "score"? -> score',
    ],
    [
      '{options: {1: {label: A, score: "2,5"}}}',
      'wrong-type at options/1/score: "score" must be a number, not "2,5"; did you mean 2.5? -> 2.5',
    ],
    ["{options: {1: {en: Yes, cy: Ydw}, 2: True, 3: 3}}"],
    ["{from: 1, to: 9, anchors: {low: A}}", 'unknown-key at anchors/low: unknown key "low" in "anchors"; expected a number'],
    [
      "{from: 1, to: 9, bands: {low: [1]}}",
      'wrong-type at bands/low: "low" must be two numbers in brackets, lowest and highest, such as [5, 9]',
    ],
    ["{from: 1, to: 9, step: 0}", 'wrong-type at step: "step" must be more than 0, not 0'],
  ],
  item: [
    ["I feel calm."],
    ["{en: Calm, cy: Tawel}"],
    ["{question: I feel calm.}", 'unknown-key at question: unknown key "question"; did you mean "text"? -> text'],
    [
      "{foo: A}",
      'unknown-key at foo: unknown key "foo"; known are text, help, response, reverse, when, require, check, recall, scored, skipped, key, privacy and 4 more',
    ],
    ["{en: 5}", 'wrong-type at en: "en" must be text, not 5'],
    ["{response: agree5}", 'missing-key at : the item needs "text"'],
    ["5", "wrong-type at : the item must be the stem, or keys such as text and response, not 5"],
    ["{text: A, require: sof}", 'unknown-value at require: "require" cannot be "sof"; did you mean "soft"? -> soft'],
    ["{text: A, reverse: on}", 'wrong-type at reverse: "reverse" must be true or false, not "on"; did you mean true? -> true'],
    ["{text: A, when: [a, b]}", 'wrong-type at when: "when" must be a formula, not a list'],
    ["{text: A, when: true, key: 1}"],
    ["{text: A, check: [{say: B}]}", 'missing-key at check/0: check of the answer 1 of "check" needs "that"'],
    [
      "{text: A, recall: past 6 monts}",
      'wrong-type at recall: "recall" must be current, or past or next with a length of time, such as past 6 months, not "past 6 monts"',
    ],
    ["{text: A, response: {type: txt}}", 'unknown-value at response/type: "type" cannot be "txt"; did you mean "text"? -> text'],
    [
      "{text: A, response: 5}",
      'wrong-type at response: "response" must be the name of a response scale, or a response scale written here, not 5',
    ],
  ],
  section: [
    ["{layuot: matrix}", 'unknown-key at layuot: unknown key "layuot"; did you mean "layout"? -> layout'],
    ["{layout: grid}", 'unknown-value at layout: "layout" cannot be "grid"; did you mean "matrix"? -> matrix'],
    ["{repeat: {min: 0, max: 2.5}}", 'wrong-type at repeat/max: "max" must be a whole number, not 2.5'],
    [
      "{sections: {a: {items: {b: {txt: C}}}}}",
      'unknown-key at sections/a/items/b/txt: unknown key "txt" in "b"; did you mean "text"? -> text',
    ],
  ],
  score: [
    ["{items: [a..c], method: average}", 'unknown-value at method: "method" cannot be "average"; did you mean "mean"? -> mean'],
    ["{items: [a..c], method: median}", 'unknown-value at method: "method" cannot be "median"; expected sum, mean, min, max or product'],
    ["{items: a..c}", 'wrong-type at items: "items" must be a list, not "a..c"'],
    ["{label: A}", 'missing-key at : the score needs "items", "value" or "cases"'],
    [
      "{items: [a], value: b}",
      'unknown-key at value: "value" cannot stand beside "items": only one of "items", "value" and "cases" may be given',
    ],
    ["{items: [{weight: 2}]}", 'missing-key at items/0: entry 1 of "items" needs "item" or "items"'],
    ["{items: [a], missing: {need: haf}}", 'unknown-value at missing/need: "need" cannot be "haf"; did you mean "half"? -> half'],
    [
      '{items: [a], missing: {need: "4"}}',
      'wrong-type at missing/need: "need" must be a whole number, half, or a share such as "80%", not "4"; did you mean 4? -> 4',
    ],
    ["{items: [a], missing: {allow: 1.5}}", 'wrong-type at missing/allow: "allow" must be a whole number, not 1.5'],
    [
      "{items: [a], missing: {fill: prorate}}",
      'unknown-value at missing/fill: "fill" cannot be "prorate"; did you mean "person_mean"? -> person_mean',
    ],
    ["{items: [a], missing: {}}", 'wrong-type at missing: "missing" is empty; expected a group of keys such as allow, need or above'],
    ["{items: [a], round: {to: 1}}", 'missing-key at round: "round" needs "mode"'],
    ["{items: [a], round: 1}", 'wrong-type at round: "round" must be a group of keys such as to or mode, not 1'],
    [
      "{items: [a], range: [0, open]}",
      'unknown-value at range/1: end of the range 2 of "range" cannot be "open"; expected a number or none',
    ],
    [
      "{items: [a], bands: {low: [0 4]}}",
      'wrong-type at bands/low: "low" must be two numbers in brackets such as [5, 9], or the number where the band begins (with by, a set of bands)',
    ],
    ["{items: [a], bands: {by: sex, f: {low: [0, 4], high: 5}}, band_sets: {b: {all: [0, none]}}}"],
    [
      "{items: [a], transform: [{multiply: 4, add: 1}]}",
      'wrong-type at transform/0: step 1 of "transform" holds more than one key; write each on its own',
    ],
    [
      "{items: [a], transform: [{rescale: [0]}]}",
      'wrong-type at transform/0/rescale: "rescale" must be two numbers in brackets, such as [0, 100]',
    ],
    ["{items: [a], transform: [{t: {mean: 50}}]}", 'missing-key at transform/0/t: "t" needs "sd"'],
    ["{items: [a], cutoffs: {c: {source: d}}}", 'missing-key at cutoffs/c: "c" needs "at_least", "above", "at_most", "below" or "equals"'],
    ["{items: [a], cut_offs: {c: {at_least: 1}}}", 'unknown-key at cut_offs: unknown key "cut_offs"; did you mean "cutoffs"? -> cutoffs'],
    ["{cases: [{when: a}]}", 'missing-key at cases/0: case 1 of "cases" needs "is"'],
    ["{cases: [{}]}", 'missing-key at cases/0: case 1 of "cases" needs either "when" and "is", or "otherwise"'],
    ["{cases: [{when: a, otherwise: b}]}", 'unknown-key at cases/0/when: "when" cannot stand beside "otherwise"'],
    ["{cases: [{when: a, is: {value: 2 * a}}, {otherwise: missing}]}"],
  ],
  recode: [
    ['{"<=15": 0, else: 3}'],
    ["{1: low}", 'unknown-value at 1: "1" cannot be "low"; expected a number or missing'],
    ['{1: "2"}', 'wrong-type at 1: "1" must be a number or missing, not "2"; did you mean 2? -> 2'],
  ],
  table: [
    ["{7: 7.00, 8..10: 9.51}"],
    ["{by: [sex], vlaue: t, file: a.csv}", 'unknown-key at vlaue: unknown key "vlaue"; did you mean "value"? -> value'],
    ["{seven: 1}", 'unknown-key at seven: unknown key "seven"; expected a raw score such as 7, or a stretch such as 7..9'],
    ["{by: [sex], value: t}", 'missing-key at : the table needs "file"'],
  ],
  test: [
    ["{answers: {a..b: 1, c: missing, d: [x, y]}, expect: {t: 1, t.band: low}}"],
    ["{answers: {a: 1}}", 'missing-key at : the test of scoring needs "expect"'],
    ["{responses: a.csv}", 'missing-key at : the test of scoring needs "expected"'],
    [
      "{responses: a.csv, expected: b.csv, expect: {t: 1}}",
      'unknown-key at expect: "expect" cannot stand beside "responses" or "expected"',
    ],
    ["{answers: {a: }, expect: {t: 1}}", 'wrong-type at answers/a: "a" is empty; expected an answer, missing, or a list of codes'],
  ],
  effect: [
    ["{outcome: a, predictor: b}", 'missing-key at : the published result needs "or", "rr", "hr", "beta", "mean_difference" or "smd"'],
    ["{outcome: a, predictor: b, or: 2, p: small}", 'wrong-type at p: "p" must be a number, or a limit such as "<0.001", not "small"'],
  ],
  delphi: [
    [
      "{delphi: a, consensus: {include: {percent_in: high}}}",
      'missing-key at consensus/include: "include" needs "at_least", "above", "at_most", "below" or "equals"',
    ],
    [
      "{delphi: a, consensus: {include: {all: [{percentin: high, at_least: 70}]}}}",
      'unknown-key at consensus/include/all/0/percentin: unknown key "percentin" in criterion 1 of "all"; did you mean "percent_in"? -> percent_in',
    ],
    [
      "{delphi: a, stop: {any: [{round: 3}]}}",
      'unknown-key at stop/any/0/round: unknown key "round" in condition to stop 1 of "any"; did you mean "rounds"? -> rounds',
    ],
    ["{delphi: a, rounds: {first: {}}}", 'unknown-key at rounds/first: unknown key "first" in "rounds"; expected the number of a round'],
    [
      "{delphi: a, consensus: {include: {iqr: {at_most: 2, quantile: type8}}}}",
      'unknown-value at consensus/include/iqr/quantile: "quantile" cannot be "type8"; expected type2, type6 or type7',
    ],
  ],
  round: [
    [
      "{opens: 2026-02-30}",
      'wrong-type at opens: "opens" must be a date of the calendar, written year-month-day such as 2026-02-02, not "2026-02-30"',
    ],
    ["{opens: 2028-02-29}"],
    [
      "{feedback: {show: [medain]}}",
      'unknown-value at feedback/show/0: shown 1 of "show" cannot be "medain"; did you mean "median"? -> median',
    ],
  ],
  statement: [["Workload"], ["{text: A, decided: {as: include}}", 'missing-key at decided: "decided" needs "after"']],
  guide: [
    [
      "{guide: a, duration: 1h}",
      'wrong-type at duration: "duration" must be a number and a unit of time, such as 60 minutes or 3 months, not "1h"',
    ],
  ],
  topic: [["{minutes: ten}", 'wrong-type at minutes: "minutes" must be a number, not "ten"']],
  study: [
    ["{study: a, waves: {at: {w1: {window: [0 weeks, 1 week]}}}}", 'missing-key at waves/at/w1: "w1" needs "after"'],
    [
      "{study: a, sampling: {s: {from: b, to: c, vary_by: [{cut: terciles}]}}}",
      'missing-key at sampling/s/vary_by/0: variation 1 of "vary_by" needs "score" or "item"',
    ],
  ],
  library: [
    [
      "{library: a, scores: {}}",
      'unknown-key at scores: unknown key "scores"; known are library, format, title, version, language, languages, description, authors, source, licence, based_on, planned and 8 more',
    ],
  ],
  translation: [
    ["{translation: cy}", 'missing-key at : the translation needs "of"'],
    [
      "{translation: cy, of: a.yaml, sections: {s: {items: {i: {text: A, status: done}}}}}",
      'unknown-value at sections/s/items/i/status: "status" cannot be "done"; expected draft, reviewed or approved',
    ],
  ],
  config: [
    [
      "{severities: {long-stem: warn}}",
      'unknown-value at severities/long-stem: "long-stem" cannot be "warn"; did you mean "warning"? -> warning',
    ],
    ["{overrides: [{files: a}]}", 'missing-key at overrides/0: override 1 of "overrides" needs "severities"'],
  ],
};

describe("problems of shape", () => {
  for (const [part, cases] of Object.entries(CASES) as [Part, (typeof CASES)[Part]][])
    for (const [written, ...problems] of cases ?? [])
      it(`${part} ${written}`, () => {
        const found = validatePart(part, parse(written)).map(
          ({ kind, path, message, suggestion }) =>
            `${kind} at ${path.join("/")}: ${message}${suggestion === undefined ? "" : ` -> ${suggestion}`}`,
        );
        assert.deepEqual(found, problems);
      });

  it("say what is wrong with an id", () => {
    const said = ["a__b", "a_", "1a", "", "a".repeat(33), "é", "ok_1", "x-own"].map(
      (id) => validateKey("instrument", ["scores", id])?.message,
    );
    assert.deepEqual(said, [
      '"a__b" cannot be an id: an id does not hold "__"; did you mean "a_b"?',
      '"a_" cannot be an id: an id does not end with "_"; did you mean "a"?',
      '"1a" cannot be an id: an id begins with a small letter',
      '"" cannot be an id: it is empty',
      `"${"a".repeat(33)}" cannot be an id: it is 33 characters long, and 32 are the most`,
      '"é" cannot be an id: an id holds small letters, digits and underscores, not "é"; did you mean "e"?',
      undefined,
      undefined,
    ]);
    assert.equal(validateKey("instrument", ["tests", "All at the top"]), undefined);
  });

  it("stop at a depth that no document means", () => {
    let data: unknown = {};
    for (let depth = 0; depth < 20_000; depth++) data = { not: data };
    assert.deepEqual(
      validatePart("delphi", { delphi: "a", consensus: { include: data } }).map(({ message }) => message),
      ["this is nested too deeply to be read"],
    );
  });
});

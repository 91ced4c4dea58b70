import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyse } from "../../server/analysis/engine.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import { exact, parseExact } from "../../server/number/exact.ts";
import { printExact } from "../../server/number/print.ts";
import { instrumentGraph, type PossibleRange, possibleRange, rangeAt, rangeOf } from "../../server/scoring/range.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** The range of a score as text: `0 to 27`, with a mark where it is only a bound. */
function ends({ min, max, exact }: PossibleRange): string {
  return `${min === undefined ? "open" : printExact(min)} to ${max === undefined ? "open" : printExact(max)}${exact ? "" : " at most"}`;
}

function ranges(text: string): (id: string) => PossibleRange {
  const { instrument } = analyse(text);
  const graph = instrumentGraph(instrument);
  return (id) => {
    const range = possibleRange(instrument, id, graph);
    assert.ok(range !== undefined, id);
    return range;
  };
}

const at = (value: number) => ({ value: exact(value), open: false });

describe("ranges of published scores", () => {
  for (const name of readdirSync(FOLDER).filter((each) => existsSync(`${FOLDER}${each}/ranges.csv`))) {
    const [, ...rows] = readFileSync(`${FOLDER}${name}/ranges.csv`, "utf8").trimEnd().split("\n");
    if (rows.length === 0) continue;
    it(`are those that were worked out elsewhere: ${name}`, () => {
      const range = ranges(readFileSync(`${FOLDER}${name}/${name}.instrument.yaml`, "utf8"));
      for (const row of rows) {
        const [id = "", min = "", max = ""] = row.split(",");
        const proved = range(id);
        assert.ok(proved.exact, id);
        assert.ok(proved.min && Math.abs(proved.min.valueOf() - Number(min)) < 1e-9, `${id}: ${ends(proved)}`);
        // The published rule divides by a time in bed that comes near to 0; ours is answered in whole minutes, so the least is one.
        const expected = max === "Inf" ? 24 * 60 * 100 : Number(max);
        assert.ok(proved.max && Math.abs(proved.max.valueOf() - expected) < 1e-9, `${id}: ${ends(proved)}`);
        assert.ok(proved.witness?.min && proved.witness.max, id);
      }
    });
  }
});

const OFTEN = "responses: {often4: {options: {0: Not at all, 1: Several days, 2: More than half the days, 3: Nearly every day}}}";
const mood = (scores: string, items = "p1: One, p2: Two, p3: Three, p4: Four, p5: Five, p6: Six, p7: Seven, p8: Eight, p9: Nine"): string =>
  `instrument: mood\n${OFTEN}\nsections: {mood: {response: often4, items: {${items}}}}\nscores:\n${scores}`;

describe("the values that a score can reach", () => {
  it("hold the fractions that proration brings, and no others", () => {
    const total = ranges(mood("  total: {items: [p1..p9], method: sum, missing: {allow: 2, fill: person_mean}}"))("total");
    const listed = (total.attainable ?? []).map((value) => printExact(value));
    assert.equal(ends(total), "0 to 27");
    assert.equal(total.step, undefined);
    // 4 on 8 of 9 items prorate to 4.5, 5 to 5.625; nothing lies between 0 and 9/8.
    assert.deepEqual(listed.slice(0, 8), ["0", "1", "1.125", "1.28571428571", "2", "2.25", "2.57142857143", "3"]);
    assert.ok(listed.includes("4.5"));
    assert.equal(total.reaches({ value: parseExact("4.5"), open: false }, { value: parseExact("4.5"), open: false }).possible, "yes");
    assert.equal(total.reaches({ value: parseExact("4.7"), open: false }, { value: parseExact("4.9"), open: false }).possible, "no");
  });

  it("are a plain step where nothing is missing", () => {
    const range = ranges(mood("  total: {items: [p1..p9], method: sum}"))("total");
    assert.deepEqual([range.step && printExact(range.step), range.attainable?.length, range.mayBeMissing], ["1", 28, true]);
    assert.deepEqual(
      [...(range.witness?.max ?? [])],
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => [`p${place}`, "3"]),
    );
  });

  it("are texts and truths with what leads to them", () => {
    const range = ranges(
      mood(`  total: {items: [p1..p9], method: sum}
  flag: {value: total >= 10 and p9 >= 1}
  kind:
    cases:
      - when: total > 30
        is: impossible
      - when: total >= 20
        is: severe
      - otherwise: other`),
    );
    assert.deepEqual(range("flag").values, [false, true]);
    assert.ok(Number(range("flag").gives(true).witness?.get("p9")) >= 1);
    assert.deepEqual(range("kind").values, ["severe", "other"]);
    assert.equal(range("kind").gives("impossible").possible, "no");
  });
});

describe("ranges of items that routing hides", () => {
  const range = ranges(`instrument: drinks
sections:
  s:
    items:
      often: {text: How often, response: {from: 0, to: 4}}
      much: {text: How much, response: {from: 1, to: 4}, skipped: 0, when: often > 0}
      worry: {text: Worried, response: {from: 0, to: 4}, when: often == 0}
scores:
  total: {items: [often, much], method: sum}
  both: {items: [much, worry], method: sum}
  worst: {items: [-worry, much], method: max, missing: {need: 1, fill: none}}
`);

  it("join what is skipped with what decides it", () => {
    assert.deepEqual(range("total").attainable?.map(Number), [0, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("know that two items are never asked of one person, unless the first answer is left out", () => {
    // Much counts 0 for who never drinks; both are answered only on paper, where the question that decides is blank.
    assert.equal(ends(range("both")), "0 to 8");
    assert.equal(range("both").witness?.max?.has("often"), false);
  });
});

describe("formulas over the same items", () => {
  it("are taken together, not each for itself", () => {
    const range = ranges(
      mood(`  a: {items: [p1..p6], method: sum, missing: {allow: 1, fill: person_mean}}
  b: {items: [p4..p9], method: sum, missing: {allow: 1, fill: person_mean}}
  gap: {value: a - b}
  same: {value: p1 - p1}
  twice: {value: sum(p1..p9) + sum(p1..p9)}
  back: {items: [-a, a], method: sum}`),
    );
    assert.equal(ends(range("same")), "0 to 0");
    assert.deepEqual([ends(range("twice")), range("twice").step && printExact(range("twice").step ?? assert.fail())], ["0 to 54", "2"]);
    assert.equal(ends(range("back")), "18 to 18");
    assert.ok(range("gap").exact);
    // a = 3 x 3 / 5 x 6 of five answers with p4..p6 at 0 against b = 0 is 10.8, with p6 left out of a and 0 in b.
    assert.equal(ends(range("gap")), "-10.8 to 10.8");
  });

  it("stay exact where a root is irrational and its ends are known", () => {
    const text = `instrument: pairs
responses: {ten: {from: 0, to: 10}}
sections: {s: {response: ten, items: {${Array.from({ length: 10 }, (_, at) => `e${at + 1}: E, a${at + 1}: A`).join(", ")}}}}
scores: {distance: {value: "sqrt(sum(${Array.from({ length: 10 }, (_, at) => `(e${at + 1} - a${at + 1})^2`).join(", ")}))"}}
`;
    const distance = ranges(text)("distance");
    assert.ok(distance.exact);
    assert.equal(distance.max?.toString(20), "31.62277660168379331998");
  });

  it("of more shared items than can be gone through say that they are a bound, and what they reach is exact", () => {
    const items = Array.from({ length: 24 }, (_, at) => `q${at + 1}`);
    const text = `instrument: wide
${OFTEN}
sections: {s: {response: often4, items: {${items.map((id) => `${id}: ${id}`).join(", ")}}}}
scores:
  one: {items: [q1..q20], method: mean, missing: {allow: 6, fill: none}}
  two: {items: [q4..q24], method: mean, missing: {allow: 6, fill: none}}
  sum: {items: [one, two], method: sum}
  gap: {value: one - two}
`;
    const range = ranges(text);
    // The answers that make both scores highest are the same, so the bound is reached.
    assert.deepEqual([ends(range("sum")), range("sum").attainable], ["0 to 6", undefined]);
    assert.ok(!range("gap").exact);
    assert.equal(range("gap").witness?.max, undefined);
  });
});

describe("ranges of numbers without steps", () => {
  const range = ranges(`instrument: sleep
sections:
  s:
    items:
      bed: {text: To bed, response: {type: time}}
      rise: {text: Up, response: {type: time}}
      hours: {text: Asleep, response: {type: decimal, min: 0, max: 24}}
      age: {text: Age, response: {type: integer, min: 16}}
      weight: {text: Weight, response: {type: decimal, min: 30, max: 200}}
      height: {text: Height, response: {type: decimal, min: 1, max: 2.2}}
scores:
  in_bed: {value: minutes(rise - bed)}
  efficiency: {value: 100 * hours / hours(rise - bed)}
  points: {items: [{item: hours, recode: {">=7": 0, ">=6": 1, ">=5": 2, "<5": 3}}], method: sum}
  joint: {items: [points, late], method: sum}
  late: {value: "if(hours < 5, 0, if(hours < 7, 1, 2))"}
  years: {value: age - 16}
  bmi: {value: weight / height^2}
  third: {value: hours / 3 == 1}
  odd: {value: hours * 3 == 1}
  twice: {value: hours - hours}
`);

  it("run through midnight", () => {
    assert.deepEqual(
      [ends(range("in_bed")), range("in_bed").step && printExact(range("in_bed").step ?? assert.fail())],
      ["0 to 1439", "1"],
    );
    assert.equal(ends(range("efficiency")), "0 to 144000");
  });

  it("are open where nothing bounds them, and exact all the same", () => {
    assert.equal(ends(range("years")), "0 to open");
  });

  it("are divided and squared", () => {
    const { min, max, exact } = range("bmi");
    assert.ok(exact && min?.equals(parseExact("30")?.div("4.84") ?? 0) && max?.equals(200));
  });

  it("take the pieces of a recode and of a condition together", () => {
    assert.deepEqual(range("points").attainable?.map(Number), [0, 1, 2, 3]);
    // Below 5 hours 3 and 0, from 5 to 6 2 and 1, from 6 to 7 1 and 1, from 7 on 0 and 2.
    assert.deepEqual(range("joint").attainable?.map(Number), [2, 3]);
  });

  it("hold decimals, so that a third of an hour is no answer but 3 hours are", () => {
    assert.equal(range("third").gives(true).possible, "yes");
    assert.notEqual(range("odd").gives(true).possible, "yes");
  });

  it("are not called exact where one number stands twice", () => {
    assert.equal(ends(range("twice")), "-24 to 24 at most");
  });

  it("are not called exact where only a part of the numbers leads to what is chosen", () => {
    // Scored 10 - a. From 8 on the difference is at most 1, so that 3 and 8 to 10 are reached, and 10 or more by the sum. What abs turns round is
    // followed back on both sides, a square is not.
    const range = ranges(`instrument: parts
sections: {s: {items: {a: {text: A, response: {type: vas, from: 0, to: 10, step: 0.001}, reverse: true}, b: {text: B, response: {type: decimal, min: 0, max: 10}}}}}
scores:
  near: {value: "if(abs(scored(a) - 1) <= 1, a, 3)"}
  bent: {value: "if((scored(a) - 1) ^ 2 <= 1, a, 3)"}
  far: {value: "if(b < 0, 1, 1) + max(abs(b - 1), abs(a - 1)) + scored(a)"}`);
    assert.equal(ends(range("near")), "3 to 10");
    assert.equal(range("near").reaches(at(8), at(8)).possible, "yes");
    assert.equal(range("near").reaches({ value: exact(3), open: true }, { value: exact(8), open: true }).possible, "no");
    assert.equal(ends(range("bent")), "0 to 10 at most");
    assert.notEqual(range("bent").reaches(at(1), at(1)).possible, "yes");
    assert.equal(range("far").exact, false);
    assert.notEqual(range("near").reaches(at(1), at(1)).possible, "yes");
    assert.notEqual(range("far").reaches(at(2), at(2)).possible, "yes");
  });
});

describe("ranges of group scores", () => {
  it("are those of shares and means of any group", () => {
    const range = ranges(`instrument: team
sections: {s: {items: {nps: {text: Recommend, response: {from: 0, to: 10}}, ok: {text: Fine, response: {options: {1: A, 2: B, 5: C}}}}}}
scores:
  promoters: {level: group, value: 100 * (count(nps >= 9) - count(nps <= 6)) / count(answered(nps))}
  fine: {level: group, value: mean(ok), transform: [{add: -1}]}
  spread: {level: group, value: sd(ok)}
  most: {level: group, value: max(ok)}
`);
    assert.equal(ends(range("promoters")), "-100 to 100");
    assert.equal(ends(range("fine")), "0 to 4");
    assert.equal(range("spread").max?.toString().slice(0, 9), "2.8284271");
    assert.deepEqual(range("most").attainable?.map(Number), [1, 2, 5]);
    assert.equal(range("promoters").witness, undefined);
  });
});

describe("ranges along the way", () => {
  const { instrument } = analyse(`instrument: steps
sections: {s: {items: {a: {text: A, response: {from: 1, to: 5}, reverse: true}, b: {text: B, response: {from: 1, to: 5}}}}}
tables: {t: {2: 10, 3: 20}}
scores:
  s: {items: [{item: a, recode: {1: 0, 2: 1, 3: 1, 4: 2, 5: 9}}, b], method: mean, transform: [{multiply: 2}, {lookup: t}], round: {to: 1, mode: half_up}}
`);

  it("are known for each entry, before each step and before rounding", () => {
    const at = (stage: Parameters<typeof rangeAt>[2]): readonly number[] | undefined =>
      rangeAt(instrument, "s", stage)?.attainable?.map(Number);
    assert.deepEqual(at({ at: "entry_answer", entry: 0 }), [1, 2, 3, 4, 5]);
    assert.deepEqual(at({ at: "entry", entry: 0 }), [0, 7, 8, 9]);
    assert.deepEqual(at({ at: "before_step", step: 1 })?.slice(0, 3), [1, 2, 3]);
    assert.deepEqual(at({ at: "before_rounding" }), [10, 20]);
  });

  it("are known for any formula", () => {
    const range = rangeOf(instrument, parseFormula("scored(a) + b").tree);
    assert.ok(range);
    assert.equal(ends(range), "2 to 10");
    assert.deepEqual(
      [...(range.witness?.min ?? [])],
      [
        ["a", "5"],
        ["b", "1"],
      ],
    );
  });

  it("are not known for what cannot be computed as written", () => {
    const { instrument: faulty } = analyse(
      "instrument: f\nsections: {s: {items: {a: A, b: {text: B, response: lost}}}}\nscores: {x: {items: [nowhere]}, y: {value: y + 1}, w: {items: [b]}}\n",
    );
    assert.equal(possibleRange(faulty, "w"), undefined);
    assert.equal(possibleRange(faulty, "x"), undefined);
    assert.equal(possibleRange(faulty, "y"), undefined);
    assert.equal(possibleRange(faulty, "z"), undefined);
  });
});

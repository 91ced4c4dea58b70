import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { renderMarkdown } from "../../server/document/render/markdown.ts";
import { type Kind, sheetOf } from "../../server/document/sheet.ts";
import { viewOf } from "../../server/features/preview.ts";
import { find, readPage, textOf } from "../preview/reading.ts";
import { htmlOf, making } from "./making.ts";

const sheet = (text: string, kind: Kind) => sheetOf(kind, making(viewOf(analyse(text))));
const written = (text: string, kind: Kind) => renderMarkdown(sheet(text, kind));

/** Item q3 asks above 90 of what is at most 80, and part b needs two answers at once. */
const DEAD = `instrument: ends
title: Dead ends
responses: {yn: {options: {1: "Yes", 0: "No"}}}
sections:
  a:
    title: One
    response: yn
    items:
      q1: Do you work?
      q2: {text: How many hours?, response: {type: integer, min: 0, max: 80}, when: q1 == 1}
      q3: {text: "More than 90, really?", when: q2 > 90}
      q4: {text: Is that much?, when: q2 > 20}
  b: {title: Two, when: q1 == 1 and q1 == 0, response: yn, items: {q5: Both?}}
  c: {title: Three, response: yn, items: {q6: The last?}}
`;

describe("documents: who is asked what", () => {
  it("what is asked of nobody is left out of the form, and whoever prints it is told", () => {
    const form = written(DEAD, "questionnaire");
    assert.doesNotMatch(form, /More than 90|Both\?|Two/);
    assert.match(form, /\*\*3\. Is that much\?\*\*/);
    assert.match(form, /Please answer question 3 only if question 2 is above 20\./);
    assert.match(form, /\*\*4\. The last\?\*\*/);
    assert.deepEqual(sheet(DEAD, "questionnaire").remarks, ['2 questions are left out, for routing asks them of nobody: "q3", "q5"']);
    assert.deepEqual(sheet(DEAD.replace("q1 == 1 and q1 == 0", "q1 == 1"), "questionnaire").remarks, [
      '"q3" is left out, for routing asks it of nobody: q2 is 0 to 80',
    ]);
  });

  it("what is asked of nobody stands in the codebook with the reason, as its column is in the data", () => {
    const codebook = written(DEAD, "codebook");
    assert.match(codebook, /### `q3`[^#]*\*\*Asked of nobody:\*\* the column stays empty \(q2 is 0 to 80\)/);
    assert.match(codebook, /### `q5`[^#]*\*\*Asked of nobody:\*\* the column stays empty \(section "b" is never shown\)/);
    assert.match(codebook, /\*\*This part is asked of nobody \(“q1 is 1” and “q1 is 0” exclude each other\)\.\*\*/);
    assert.equal(codebook.split("Asked of nobody").length - 1, 2);
  });

  it("what is asked of nobody is counted and named in the methods", () => {
    const methods = written(DEAD, "methods");
    assert.match(methods, /has 6 items in 3 sections, of which 2 are asked only after certain answers and 2 are asked of nobody\./);
    assert.match(methods, /Asked of nobody: “More than 90, really\?”, “Both\?”\./);
    assert.doesNotMatch(methods, /Scores were computed/);
  });

  it("says what ends the questionnaire, repeats a part and asks it of some only", () => {
    const routed = `instrument: routed
title: Routed
responses: {yn: {options: {1: "Yes", 0: "No"}}}
sections:
  a: {title: One, kind: consent, response: yn, screen_out: q1 == 0, items: {q1: Do you agree?, q2: Do you work?}}
  b: {title: Two, when: q2 == 1, repeat: {label: job, min: 1, max: 3}, response: yn, items: {q3: Is it paid?, q4: Is it near?}}
`;
    const codebook = written(routed, "codebook");
    assert.match(codebook, /### `q2`[^#]*The questionnaire ends here if q1 is 0; what follows is then empty\./);
    assert.match(codebook, /This part is asked only if q2 is 1\./);
    assert.match(codebook, /This part is asked several times, once for each: job \(at least once and at most 3 times\)\./);
    const methods = written(routed, "methods");
    assert.match(
      methods,
      /has 4 items in 2 sections, of which 2 are asked only after certain answers\. It ends early if “Do you agree\?” is "No"\./,
    );
  });

  it("says nothing of it where everything can be asked", () => {
    const alive = DEAD.replace("q2 > 90", "q2 > 70").replace("q1 == 1 and q1 == 0", "q1 == 1");
    for (const kind of ["codebook", "methods", "questionnaire"] as const) assert.doesNotMatch(written(alive, kind), /nobody/);
    assert.deepEqual(sheet(alive, "questionnaire").remarks, []);
  });
});

const STRAIN = `instrument: strain
responses:
  agree: {options: {1: Never, 2: Rarely, 3: Often, 4: Always, 9: {label: Rather not say, missing: true}}}
  several: {type: multiple, options: {a: Tea, b: Milk}}
sections:
  a: {title: At work, response: agree, layout: matrix, items: {q1: I am tired., q2: {text: I sleep well., reverse: true}, q3: I am tense.}}
  b: {response: agree, layout: matrix, items: {q4: I eat., q5: {text: I drink., scored: false}}}
  c: {items: {q6: {text: What do you drink?, response: several}}}
scores:
  strain:
    items: [q1, q2, {item: q3, weight: 2}, q4]
    method: mean
    missing: {need: 3, fill: person_mean}
    transform: [multiply: 2.5]
    round: {to: 0.5, mode: half_up}
    cutoffs: {badly_strained: {at_least: 9}}
    bands: {low_level: [0, 5], high_level: [5.5, 20]}
  tired: {value: q1 >= 3}
  drinks: {value: count(q6)}
  kind: {cases: [{when: strain > 8, is: high}, {when: tired, is: tired}, {otherwise: other}]}
tests:
  one: {answers: {q1: 3, q2: 2, q3: 9, q4: 4, q5: 1, q6: [a, b]}, expect: {strain: 8.5, tired: true, kind: high, drinks: 2}}
`;

describe("documents: the worked example of a score", () => {
  const appendix = written(STRAIN, "scoring-appendix");

  it("is said in plain words", () => {
    for (const line of [
      "1. `q1`: answered 3 “Often”",
      "2. `q2`: answered 2 “Rarely”, reversed 1 + 4 − 2 = 3",
      "3. `q3`: answered 9 “Rather not say”, which counts as missing",
      "5. 3 of 4 are there, at least 3 must be; each missing one counts ≈ 3.3333, the mean of those answered",
      "6. the mean of these is ≈ 3.3333",
      "7. times 2.5: ≈ 3.3333 becomes ≈ 8.3333",
      "8. rounded to steps of 0.5, halves up: ≈ 8.3333 becomes 8.5",
      "9. band: high level",
      "10. the cut-off “badly strained” is not reached",
      "`strain` **= 8.5**",
      "`tired` **= no (false in a data file)**",
      "1. `q6`: answered a “Tea”",
      "3. case 1 is the first that is true",
    ])
      assert.ok(appendix.split("\n").includes(line), `${line}\n${appendix}`);
  });

  it("has no words of a trace", () => {
    assert.doesNotMatch(appendix, /half\\?_up|->|-\\>|: false|: true/);
  });
});

describe("documents: a matrix on paper", () => {
  it("does not say the title of its part again, nor an id, and has a name for those who do not see it", () => {
    assert.equal(written(STRAIN, "questionnaire").split("At work").length - 1, 1);
    const { root, errors } = readPage(htmlOf(sheet(STRAIN, "questionnaire")));
    assert.deepEqual(errors, []);
    assert.deepEqual(find(root, { tag: "caption" }), []);
    const names = find(root, { role: "region" }).map((element) => element.attrs.find(({ name }) => name === "aria-label")?.value);
    assert.deepEqual(names, ["At work", "4 to 5"]);
    assert.deepEqual(find(root, { tag: "h2" }).map(textOf), ["At work"]);
  });
});

import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";

const SURVEY = `instrument: survey
responses:
  yes_no: {options: {"yes": "Yes", "no": "No"}}
sections:
  you: {kind: demographics, response: yes_no, items: {work: Do you work at present?}}
`;

const STUDY = `study: joined
documents: {survey: survey.instrument.yaml}
consents: {take_part: {kind: required, withdraw: any_time}}
`;

function isReported(files: Readonly<Record<string, string>>, own = "/folder/survey.instrument.yaml"): boolean {
  const { problems } = analyse(SURVEY, { own, read: (path) => files[path] });
  return problems.some(({ code }) => code === "no-consent-before-data");
}

describe("an instrument whose study asks for consent", () => {
  it("need not ask once more", () => {
    assert.equal(isReported({}), true);
    assert.equal(isReported({ "survey.study.yaml": STUDY }), false);
    assert.equal(isReported({ "survey.study.yaml": STUDY.replace(": survey.i", ": ./survey.i") }), false);
    assert.equal(isReported({ "survey.study.yml": STUDY.replace(".yaml", ".yml") }, "/folder/survey.instrument.yml"), false);
  });

  it("need not ask once more whatever the study is called, beside it or in the folder above", () => {
    const found = (files: Readonly<Record<string, string>>) => {
      const host = { own: "/folder/survey.instrument.yaml", read: (path: string) => files[path], studies: () => Object.keys(files) };
      return analyse(SURVEY, host).problems.some(({ code }) => code === "no-consent-before-data");
    };
    assert.equal(found({ "./whole.study.yaml": STUDY }), false);
    assert.equal(found({ "./a.study.yaml": STUDY.replace("survey.", "x."), "./b.study.yaml": STUDY }), false);
    assert.equal(found({ "../whole.study.yaml": STUDY.replace("survey.i", "folder/survey.i") }), false);
    assert.equal(found({ "../whole.study.yaml": STUDY }), true);
    assert.equal(found({ "./whole.study.yaml": STUDY.replace(/consents.*\n/, "") }), true);
    assert.equal(found({}), true);
  });

  it("has to where the study joins another document, asks for nothing, or is no study", () => {
    assert.equal(isReported({ "survey.study.yaml": STUDY.replace("survey.instrument", "other.instrument") }), true);
    assert.equal(isReported({ "survey.study.yaml": STUDY.replace(/consents.*\n/, "") }), true);
    assert.equal(isReported({ "survey.study.yaml": STUDY.replace("study: joined", "guide: joined") }), true);
    assert.equal(isReported({ "survey.study.yaml": ": [" }), true);
    assert.equal(isReported({ "other.study.yaml": STUDY }), true);
    assert.equal(isReported({ "survey.yaml": STUDY }, "/folder/survey.yaml"), true);
  });
});

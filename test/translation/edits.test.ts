import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import type { Analysis } from "../../server/analysis/analysis.ts";
import { analyse } from "../../server/analysis/engine.ts";
import { textsOf, translationState } from "../../server/analysis/translationProblems.ts";
import { type Given, newTranslation, translationEdits } from "../../server/translation/translationEdits.ts";

const MOOD = `instrument: mood
title: Mood today
version: 1.0.0
language: en
responses:
  agree3: {options: {1: Disagree, 2: Neither, 3: Agree, "yes": {label: "Yes", missing: true}}}
  rating: {from: 0, to: 10, anchors: {0: None, 10: Very much}}
sections:
  now:
    title: Right now
    response: agree3
    items:
      calm: I feel calm.
      tense: {text: I feel tense., help: As you are now., alert: Please rest., check: [{that: calm > 0}, {that: calm > 1, say: Say more.}]}
    sections:
      inner:
        title: Within
        items:
          tired: I am tired.
scores:
  total: {items: [calm, tense], method: sum, label: Mood, higher: better mood}
`;

/** Analyses a translation with its document beside it. */
function beside(text: string, source = MOOD): Analysis {
  return analyse(text, { read: (path) => (path === "mood.instrument.yaml" ? source : undefined) });
}

function updated(text: string, source = MOOD, given?: Given) {
  const analysis = beside(text, source);
  const state = translationState(analysis.fields, { get: (name) => analysis.anchor(name) }, analysis.joined);
  assert.ok(state);
  const update = translationEdits(
    { report: () => undefined, anchor: (name) => analysis.anchor(name) },
    analysis.fields,
    textsOf(state.source),
    state.from,
    { text, range: analysis.range },
    given,
  );
  const placed = update.edits.map((edit, index) => ({ ...edit.at, newText: edit.newText, index }));
  placed.sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let made = "";
  let at = 0;
  for (const edit of placed) {
    assert.ok(edit.start >= at, `edits overlap\n${text}\n${JSON.stringify(placed)}`);
    made += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return { ...update, text: made + text.slice(at) };
}

function rowsOf(text: string, source = MOOD) {
  const { fields, joined, anchor, problems } = beside(text, source);
  const state = translationState(fields, { get: anchor }, joined);
  assert.ok(state);
  const errors = problems.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
  return { state, errors };
}

describe("translations", () => {
  it("begins with an entry for every text, under the words that it is made from", () => {
    const sources = textsOf(analyse(MOOD));
    const text = newTranslation("mood.instrument.yaml", "cy", sources, "en");
    const { state, errors } = rowsOf(text);
    assert.deepEqual(errors, []);
    assert.deepEqual([state.total, state.translated, state.rows.every((row) => row.text !== undefined)], [17, 0, true]);
    assert.ok(text.includes('      # en: I feel calm.\n      calm: {text: "", status: draft}\n'), text);
    assert.ok(
      text.includes('        check:\n          - {}\n          # en: Say more.\n          - say: {text: "", status: draft}\n'),
      text,
    );
    assert.equal(updated(text).text, text);
  });

  it("adds what is missing where it belongs, in the style of what is around, and keeps everything else", () => {
    const before = `# Our Welsh version.
translation: cy # Welsh
of: mood.instrument.yaml

responses:
  agree3: {options: {1: Anghytuno, 3: Cytuno}}   # agreed in March
sections:
  now:
    items:
      # the first item
      tense: Rwy'n teimlo'n dynn. # to be discussed

# at the end
`;
    const after = `# Our Welsh version.
translation: cy # Welsh
of: mood.instrument.yaml
# en: Mood today
title: {text: "", status: draft}

responses:
  agree3: {options: {1: Anghytuno, 2: {text: "", status: draft}, 3: Cytuno, "yes": {text: "", status: draft}}}   # agreed in March
  rating:
    anchors:
      # en: None
      0: {text: "", status: draft}
      # en: Very much
      10: {text: "", status: draft}
sections:
  now:
    # en: Right now
    title: {text: "", status: draft}
    items:
      # en: I feel calm.
      calm: {text: "", status: draft}
      # the first item
      tense:
        text: Rwy'n teimlo'n dynn. # to be discussed
        # en: As you are now.
        help: {text: "", status: draft}
        # en: Please rest.
        alert: {text: "", status: draft}
        check:
          - {}
          # en: Say more.
          - say: {text: "", status: draft}
    sections:
      inner:
        # en: Within
        title: {text: "", status: draft}
        items:
          # en: I am tired.
          tired: {text: "", status: draft}
scores:
  total:
    # en: Mood
    label: {text: "", status: draft}
    # en: better mood
    higher: {text: "", status: draft}

# at the end
`;
    const made = updated(before);
    assert.equal(made.text, after);
    assert.equal(made.added.length, 14);
    assert.deepEqual(rowsOf(after).errors, []);
    assert.equal(updated(after).text, after);
    const windows = before.replaceAll("\n", "\r\n");
    assert.equal(updated(windows).text, after.replaceAll("\n", "\r\n"));
  });

  it("sees by the words above an entry that the document has changed, and makes it a draft again", () => {
    const text = newTranslation("mood.instrument.yaml", "cy", textsOf(analyse(MOOD)), "en").replace(
      '# en: I feel calm.\n      calm: {text: "", status: draft}',
      "# en: I feel calm.\n      calm: {text: Rwy'n dawel., status: approved}",
    );
    assert.equal(updated(text).text, text);
    const now = MOOD.replace("I feel calm.", "I feel calm today.");
    const made = updated(text, now);
    assert.deepEqual(
      made.changed.map(({ key }) => key),
      ["sections.now.items.calm.text"],
    );
    assert.ok(made.text.includes("# en: I feel calm today.\n      calm: {text: Rwy'n dawel., status: draft}"), made.text);
    assert.equal(updated(made.text, now).text, made.text);
  });

  it("takes over words and statuses for each form that an entry may have", () => {
    const text = `translation: cy
of: mood.instrument.yaml
title: Hen deitl
sections:
  now:
    title:
    items:
      calm: {text: Rwy'n dawel., status: draft}
      tense: {text: Rwy'n dynn., help: {text: Fel yr ydych.}}
`;
    const given: Given = new Map([
      ["title", { words: "Hwyliau", status: "reviewed" as const }],
      ["sections.now.title", { words: "Nawr", status: "draft" as const }],
      ["sections.now.items.calm.text", { words: "Rwy'n dawel.", status: "approved" as const }],
      ["sections.now.items.tense.help", { words: "Fel yr ydych nawr.", status: "reviewed" as const }],
      ["scores.total.label", { words: 'Yr "hwyliau"', status: "draft" as const }],
    ]);
    const made = updated(text, MOOD, given);
    const { state, errors } = rowsOf(made.text);
    assert.deepEqual(errors, []);
    for (const [key, { words, status }] of given) {
      const row = state.rows.find(({ source }) => source.key === key);
      assert.deepEqual([row?.words, row?.text?.status], [words, status], `${key}\n${made.text}`);
    }
    assert.equal(updated(made.text, MOOD, given).text, made.text);
  });

  it("loses nothing, completes everything and then stays as it is, whatever is there already", () => {
    const sources = textsOf(analyse(MOOD));
    fc.assert(
      fc.property(
        fc.subarray([...sources.keys()]),
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 20, maxLength: 20 }),
        (kept, words) => {
          const given: Given = new Map(
            kept.map((index) => [sources[index]?.key ?? "", { words: `${words[index]}a`, status: "reviewed" as const }]),
          );
          const before = newTranslation(
            "mood.instrument.yaml",
            "cy",
            kept.flatMap((index) => sources[index] ?? []),
            "en",
            given,
          );
          const { text } = updated(before);
          const { state, errors } = rowsOf(text);
          assert.deepEqual(errors, []);
          assert.ok(
            state.rows.every((row) => row.text !== undefined),
            text,
          );
          for (const row of state.rows) assert.equal(row.words, given.get(row.source.key)?.words);
          const lines = text.split("\n");
          let at = 0;
          // An item that was only its stem has got keys: its line is the one that may change.
          for (const line of before.split("\n")) {
            const found = lines.indexOf(line, at);
            if (found >= 0) at = found + 1;
            else assert.match(line, /tense: \{text/);
          }
          assert.equal(updated(text).text, text);
        },
      ),
      { numRuns: 60 },
    );
  });

  for (const name of readdirSync("samples").filter((file) => /\.(instrument|delphi|guide|study|library)\.yaml$/.test(file))) {
    it(`can be begun for ${name}`, () => {
      const source = readFileSync(`samples/${name}`, "utf8");
      const sources = textsOf(analyse(source));
      const text = newTranslation("mood.instrument.yaml", "ar", sources, "en");
      const { state, errors } = rowsOf(text, source);
      assert.deepEqual(errors, []);
      assert.equal(state.rows.length, sources.length);
      assert.ok(state.rows.every((row) => row.text !== undefined));
    });
  }
});

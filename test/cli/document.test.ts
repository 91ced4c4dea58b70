import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const SURVEY = `instrument: mood
title: {en: Mood, cy: Hwyliau}
version: 1.2.0
language: en
languages: [cy]
responses:
  agree3: {options: {1: {en: Disagree, cy: Anghytuno}, 2: {en: Neither, cy: Y naill na'r llall}, 3: {en: Agree, cy: Cytuno}}}
sections:
  now:
    response: agree3
    items:
      calm: {text: {en: I feel calm., cy: Rwy'n teimlo'n dawel.}}
      tense: {text: {en: I feel tense., cy: Rwy'n teimlo'n dynn.}, reverse: true}
scores:
  mood: {items: [calm, tense], method: sum}
`;

const CORE = `delphi: core
version: 1.0.0
language: en
panel: {groups: {staff: {label: Staff, target: 8, minimum: 5}}}
responses: {importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}}}
statements: {demands: {response: importance9, items: {d1: Workload, d2: Pace}}}
rounds:
  1: {mode: rating}
  2: {mode: rating, ask: all, feedback: {own: true, show: [median], by: group}}
consensus: {scope: pooled, include: {percent_in: critical, at_least: 70}, otherwise: carry}
`;
const TALK = `guide: talk
title: A talk
language: en
topics: {one: {minutes: 10, questions: {q1: {text: What helps?}}}}
`;
const RATINGS = `round,panellist,group,statement,rating\n${[1, 2, 3, 4, 5].map((one) => `1,p${one},staff,d1,${10 - one}\n`).join("")}`;

describe("cli: document", function () {
  // The writer of Word files is large, and is loaded for the first of them.
  this.timeout(20_000);
  const folder = temporaryFolder({
    "mood.instrument.yaml": SURVEY,
    "core.delphi.yaml": CORE,
    "core.cy.translation.yaml": "translation: cy\nof: core.delphi.yaml\nstatements: {demands: {items: {d1: Llwyth gwaith}}}\n",
    "talk.guide.yaml": TALK,
    "talk.cy.translation.yaml":
      "translation: cy\nof: talk.guide.yaml\ntitle: Sgwrs\ntopics: {one: {questions: {q1: {text: Beth sy'n helpu?}}}}\n",
    "whole.study.yaml":
      "study: whole\ndesign: cohort\ndocuments: {survey: mood.instrument.yaml, talk: talk.guide.yaml, lost: lost.guide.yaml}\n",
    "empty.delphi.yaml": "delphi: empty\n",
    "empty.guide.yaml": "guide: empty\n",
    "empty.study.yaml": "study: empty\n",
    "some.library.yaml": "library: some\n",
    "ratings.csv": RATINGS,
  });
  after(() => folder.remove());

  const scalewright = async (words: readonly string[], given: Parameters<typeof fakeWorld>[1] = {}) => {
    const world = fakeWorld(folder.path, given);
    const code = await run(["document", ...words], world);
    return { code, ...world.shown() };
  };
  const file = "mood.instrument.yaml";

  it("writes to standard output, or whole into a file whose ending says the format", async () => {
    const shown = await scalewright([file, "--as", "codebook", "--to", "md"]);
    assert.deepEqual([shown.code, shown.err], [0, ""]);
    assert.match(shown.out, /^# Codebook: Mood\n/);
    assert.equal((await scalewright([file, "--as", "codebook", "-o", "codebook.md"])).code, 0);
    assert.equal(readFileSync(join(folder.path, "codebook.md"), "utf8"), shown.out);
    assert.equal((await scalewright([file, "--as", "codebook", "-o", "codebook.docx"])).code, 0);
    assert.ok(unzipSync(readFileSync(join(folder.path, "codebook.docx")))["word/document.xml"]);
    assert.match((await scalewright([file, "--as", "questionnaire"])).out, /^<!DOCTYPE html>/);
  });

  it("says the hash that anyone finds for the file", async () => {
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256")
      .update(readFileSync(join(folder.path, file)))
      .digest("hex");
    assert.ok((await scalewright([file, "--as", "methods", "--to", "md"])).out.includes(hash));
  });

  it("speaks each language of the instrument, and no other", async () => {
    const { code, out } = await scalewright([file, "--as", "questionnaire", "--language", "cy"]);
    assert.equal(code, 0);
    for (const words of ['<html lang="cy"', "Hwyliau", "Rwy&#39;n teimlo&#39;n dawel.", "Cytuno"]) assert.ok(out.includes(words), words);
    const other = await scalewright([file, "--as", "questionnaire", "--language", "ar"]);
    assert.equal(other.code, 2);
    assert.match(other.err, /the instrument has no texts in "ar"; known are en, cy/);
  });

  it("asks for what is missing and refuses what it cannot do", async () => {
    for (const [words, message] of [
      [[], /say which document with --as/],
      [["--as", "codebok"], /did you mean "codebook"/],
      [
        ["--as", "codebook", "-o", "a.xyz"],
        /the name "a\.xyz" does not say the format: end it in one of \.html, \.pdf, \.docx, \.md, or add --to/,
      ],
      [["--as", "codebook", "-o", "."], /"\." is a folder: name the file in it, such as -o \.\/mood\.codebook\.html/],
      [["--as", "methods", "--to", "docx", "-o", "out/"], /"out\/" is a folder: name the file in it, such as -o out\/mood\.methods\.docx/],
    ] as const) {
      const { code, err } = await scalewright([file, ...words]);
      assert.equal(code, 2);
      assert.match(err, message);
    }
    assert.match((await scalewright(["nothing.instrument.yaml", "--as", "codebook"])).err, /does not exist/);
    const terminal = await scalewright([file, "--as", "codebook", "--to", "docx"], { terminal: true });
    assert.equal(terminal.code, 2);
    assert.match(terminal.err, /not for the terminal/);
  });

  it("says how to get a PDF where no Chromium is found, and writes nothing", async () => {
    const none = await scalewright([file, "--as", "questionnaire", "-o", "mood.pdf"], { env: { PATH: folder.path } });
    assert.equal(none.code, 2);
    assert.match(none.err, /none was found on this machine; name one with CHROME_PATH, or write html/);
    const wrong = await scalewright([file, "--as", "questionnaire", "-o", "mood.pdf"], {
      env: { CHROME_PATH: join(folder.path, "chrome") },
    });
    assert.match(wrong.err, /CHROME_PATH names ".*chrome", and there is no program there/);
    assert.ok(!existsSync(join(folder.path, "mood.pdf")));
  });

  it("writes what there is of a Delphi study, a topic guide and a study, and says what there is not", async () => {
    const made: readonly (readonly [string, readonly string[], RegExp])[] = [
      [
        "core.delphi.yaml",
        ["questionnaire", "codebook", "methods"],
        /is a Delphi study and has no scores; it has --as questionnaire, --as codebook/,
      ],
      ["talk.guide.yaml", ["questionnaire", "methods"], /is a topic guide and has no .*; it has --as questionnaire, --as methods$/m],
      ["whole.study.yaml", ["methods"], /is a study and has no .*; it has --as methods; name one of its documents for that$/m],
      ["empty.delphi.yaml", ["questionnaire", "codebook", "methods"], /is a Delphi study/],
      ["empty.guide.yaml", ["questionnaire", "methods"], /is a topic guide/],
      ["empty.study.yaml", ["methods"], /is a study/],
    ];
    for (const [name, known, message] of made)
      for (const kind of ["questionnaire", "codebook", "scoring-appendix", "methods"])
        for (const format of ["md", "html"]) {
          const { code, out, err } = await scalewright([name, "--as", kind, "--to", format]);
          if (known.includes(kind)) {
            assert.deepEqual([code, err], [0, ""], `${name} ${kind}`);
            assert.match(out, /SHA-256/);
            assert.doesNotMatch(out, /undefined|NaN|\[object/);
          } else {
            assert.deepEqual([code, out], [2, ""], `${name} ${kind}`);
            assert.match(err, message);
          }
        }
    for (const [words, message] of [
      [["core.delphi.yaml", "--as", "questionnaire", "--round", "9"], /has no round 9; it has 1, 2/],
      [["core.delphi.yaml", "--as", "codebook", "--round", "1"], /has no rounds to choose from/],
      [[file, "--as", "questionnaire", "--round", "1"], /has no rounds to choose from/],
      [[file, "--as", "questionnaire", "--ratings", "ratings.csv"], /only a Delphi study has ratings/],
      [["core.delphi.yaml", "--as", "questionnaire", "--panellist", "a"], /--panellist says nothing without --ratings/],
      [["core.delphi.yaml", "--as", "questionnaire", "--ratings", "none.csv"], /none\.csv/],
      [["some.library.yaml", "--as", "codebook"], /is not an instrument but a library/],
    ] as const) {
      const { code, err } = await scalewright(words);
      assert.equal(code, 2, err);
      assert.match(err, message);
    }
  });

  it("shows the ratings of a Delphi study, and says which file they were in", async () => {
    const { code, out, err } = await scalewright([
      ...["core.delphi.yaml", "--as", "questionnaire", "--round", "2", "--to", "md"],
      ...["--ratings", "ratings.csv", "--panellist", "p1"],
    ]);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /Your rating in round 1: \*\*9\*\*/);
    assert.match(out, /\| Group \| Ratings \| median \|/);
    assert.match(out, /ratings\.csv, SHA-256 of its text [0-9a-f]{64}/);
  });

  it("says once where its own words are in English, and takes translations of every kind of document", async () => {
    const shown = await scalewright(["-", "--as", "questionnaire", "--to", "md", "--language", "pl"], {
      stdin: SURVEY.replaceAll("cy:", "pl:").replace("[cy]", "[pl]"),
    });
    assert.equal(shown.code, 0);
    assert.equal(
      shown.err,
      '<stdin>: the instructions on the form are in English: there are none in "pl", only in ar, cy, de, en, es, fr, it, nl, pt\n',
    );
    const guide = await scalewright(["talk.guide.yaml", "--as", "questionnaire", "--to", "md", "--language", "cy"]);
    assert.equal(guide.err, "");
    assert.match(guide.out, /^# Sgwrs$/m);
    assert.match(guide.out, /Beth sy'n helpu\?/);
    assert.match(guide.out, /^\*\*10 munud \(0:00 i 0:10\)\*\*$/m);
    const study = await scalewright(["core.delphi.yaml", "--as", "questionnaire", "--to", "md", "--language", "cy"]);
    assert.match(study.out, /Llwyth gwaith/);
    assert.match(study.out, /Rownd 1 o 2/);
    assert.match(study.out, /Cynhwysir datganiad pan fo hyn yn wir /);
    assert.equal(study.err, "");
  });

  it("finds translations by the document that they name: beside it, and anywhere in a repository", async () => {
    const words = (of: string) => `translation: de\nof: ${of}\nsections: {now: {items: {calm: {text: "Ich bin ruhig."}}}}\n`;
    const made = temporaryFolder({
      "own/mood.instrument.yaml": SURVEY,
      "own/deutsch.translation.yaml": words("mood.instrument.yaml"),
      "far/mood.instrument.yaml": SURVEY,
      "words/deutsch.translation.yaml": words("../far/mood.instrument.yaml"),
    });
    const german = async (file: string) => {
      const world = fakeWorld(made.path);
      return { code: await run(["document", file, "--as", "questionnaire", "--to", "md", "--language", "de"], world), ...world.shown() };
    };
    assert.match((await german("own/mood.instrument.yaml")).out, /Ich bin ruhig\./);
    assert.equal((await german("far/mood.instrument.yaml")).code, 2);
    writeFileSync(join(made.path, "scalewright.config.yaml"), "severities: {}\n");
    assert.match((await german("far/mood.instrument.yaml")).out, /Ich bin ruhig\./);
    made.remove();
  });

  it("never writes over the document itself", async () => {
    const { code, err } = await scalewright([file, "--as", "codebook", "--to", "md", "-o", file]);
    assert.equal(code, 2);
    assert.match(err, /"mood\.instrument\.yaml" is the document itself: name another file with -o/);
    assert.equal(readFileSync(join(folder.path, file), "utf8"), SURVEY);
  });

  it("says so where a PDF cannot be printed: no room for what is temporary, or a program that breaks off", async () => {
    const half = join(folder.path, "half.sh");
    writeFileSync(
      half,
      '#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) printf "%%PDF-1.4 half" | tee $(echo $word | cut -d= -f2);; esac; done\n',
      {
        mode: 0o755,
      },
    );
    const broken = await scalewright([file, "--as", "questionnaire", "-o", "half.pdf"], { env: { CHROME_PATH: half } });
    assert.equal(broken.code, 2);
    assert.match(broken.err, /half\.sh" could not print the PDF/);
    const before = process.env.TMPDIR;
    process.env.TMPDIR = join(folder.path, "nowhere");
    try {
      const none = await scalewright([file, "--as", "questionnaire", "-o", "half.pdf"], { env: { CHROME_PATH: half } });
      assert.equal(none.code, 2);
      assert.match(none.err, /the PDF cannot be printed in the folder for temporary files, ".*nowhere"/);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    assert.ok(!existsSync(join(folder.path, "half.pdf")));
  });

  it("says that a part of a document cannot be read, and is not in what it wrote", async () => {
    for (const [text, message] of [
      [
        "instrument: x\nsections: {a: {items: {b: [\n",
        /^<stdin>: a part cannot be read and is not in what was written: this list or mapping is not closed/,
      ],
      [
        "guide: x\ntopics: {a: {minutes: -5, questions: {q: }}}\n",
        /"minutes" must be more than 0, not -5, and 1 more like it; see scalewright check$/m,
      ],
      [SURVEY.replace("reverse: true", "when: calm =="), /after "==" a value is missing/],
    ] as const) {
      const { code, out, err } = await scalewright(["-", "--as", "questionnaire", "--to", "md"], { stdin: text });
      assert.equal(code, 1, err);
      assert.match(err, message);
      assert.notEqual(out, "");
    }
  });

  it("says where a score that it writes of has an error", async () => {
    const { code, err } = await scalewright(["-", "--as", "scoring-appendix", "--to", "md"], {
      stdin: SURVEY.replace("[calm, tense]", "[calm, tens]"),
    });
    assert.equal(code, 1);
    assert.match(err, /the score "mood" has an error/);
  });
});

import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import type { Block, Runs } from "../../server/document/block.ts";
import { renderMarkdown } from "../../server/document/render/markdown.ts";
import { sheetOf } from "../../server/document/sheet.ts";
import { viewOf } from "../../server/features/preview.ts";
import { en } from "../../server/language/en.ts";
import type { ConditionWords, FormWords, PluralWords } from "../../server/language/formWords.ts";
import { FORM_LANGUAGES } from "../../server/language/index.ts";
import { phrasesFor } from "../../server/language/phrases.ts";
import { exact } from "../../server/number/exact.ts";
import type { View } from "../../server/preview/view.ts";
import { making } from "./making.ts";
import { delphi, everything, guide } from "./oneLanguage.ts";

const placesIn = (text: string): readonly string[] => [...text.matchAll(/\{([a-z]+)\}/gi)].map(([, name = ""]) => name).sort();
const isPlural = (value: unknown): value is PluralWords => typeof value === "object" && value !== null && "other" in value;

function viewIn(language: string, text: (language: string) => string): View {
  return viewOf(analyse(text(language)));
}

function runsIn(blocks: readonly Block[]): Runs {
  return blocks.flatMap(runsOf);
}

function runsOf(block: Block): Runs {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.content;
    case "list":
      return block.items.flat();
    case "facts":
      return block.facts.flatMap(({ name, content }) => [...name, ...content]);
    case "table":
      return [...block.caption, ...block.head.flat(), ...block.rows.flat().flatMap((cell) => ("box" in cell ? cell.box : cell))];
    case "boxes":
      return block.options.flatMap(({ label }) => label);
    case "writing":
      return [...(block.before ?? []), ...(block.after ?? [])];
    case "scale":
      return [...block.low, ...block.high];
    case "together":
      return runsIn(block.blocks);
    case "page":
      return [];
  }
}

describe("the instructions on forms", () => {
  for (const [tag, words] of FORM_LANGUAGES) {
    describe(tag, () => {
      it("has every text, with the places of the English one", () => {
        for (const key of Object.keys(en) as (keyof FormWords)[]) {
          const [own, english]: readonly unknown[] = [words[key], en[key]];
          if (isPlural(own) && isPlural(english)) {
            const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
            assert.deepEqual(Object.keys(own).sort(), [...forms].sort(), key);
            assert.deepEqual(placesIn(own.other), placesIn(english.other), key);
            for (const [form, text] of Object.entries(own)) {
              assert.ok(text.trim() !== "", key);
              // One and two may be said without a figure.
              const isSaid = (place: string) => place !== "count" || !["zero", "one", "two"].includes(form);
              assert.deepEqual(placesIn(text).filter(isSaid), placesIn(english.other).filter(isSaid), `${key}: ${form}`);
            }
          } else if (typeof own === "string" && typeof english === "string") {
            assert.ok(own.trim() !== "", key);
            assert.deepEqual(placesIn(own), placesIn(english), key);
          } else assert.equal(key, "conditions");
        }
      });

      it("has words for conditions of its own", () => {
        const german = FORM_LANGUAGES.get("de")?.conditions;
        assert.ok(german);
        if (tag === "en") return;
        for (const key of Object.keys(german) as (keyof ConditionWords)[])
          assert.deepEqual(placesIn(words.conditions?.[key] ?? ""), placesIn(german[key]), key);
      });

      for (const [what, text] of [
        ["a questionnaire", everything],
        ["the rounds of a Delphi study", delphi],
        ["a topic guide", guide],
      ] as const) {
        it(`leaves no word in another language on ${what}`, () => {
          const view = viewIn(tag, text);
          for (const round of view.delphi?.rounds ?? [undefined]) {
            const sheet = sheetOf("questionnaire", making(view, { round: round?.number }));
            const other = runsIn(sheet.blocks).filter((run) => /\p{L}/u.test(run.text) && run.language.tag !== tag);
            assert.deepEqual(other, []);
            assert.equal(sheet.language.tag, tag);
            assert.equal(sheet.stampLanguage.tag, tag);
            assert.deepEqual(sheet.remarks, []);
            assert.doesNotMatch(renderMarkdown(sheet), /undefined|NaN|\{(?!agreed)[a-z]+\}/);
          }
        });
      }
    });
  }

  it("are those of the language where a country is named", () => {
    assert.equal(phrasesFor("pt-BR").language.tag, "pt-BR");
    assert.equal(phrasesFor("pt-BR").text("tickAll"), phrasesFor("pt").text("tickAll"));
    assert.equal(phrasesFor("de-AT").isForeign, false);
  });

  it("are in English where the language has none, which is said once", () => {
    for (const tag of ["pl", "zh-Hant", "not a tag"]) {
      const sheet = sheetOf("questionnaire", making(viewIn(JSON.stringify(tag), everything)));
      assert.deepEqual(sheet.remarks, [
        `the instructions on the form are in English: there are none in "${tag}", only in ar, cy, de, en, es, fr, it, nl, pt`,
      ]);
      assert.match(renderMarkdown(sheet), /Please tick all that apply/);
    }
  });

  it("have the numbers, days, lists and plurals of the language", () => {
    const said = (tag: string) => {
      const { number, day, list, counted } = phrasesFor(tag);
      return [number(exact(1, 2)), day("2026-02-03"), list(["a", "b", "c"], "or"), counted("minutes", 1), counted("minutes", 3)];
    };
    assert.deepEqual(said("en"), ["0.5", "3 February 2026", "a, b, or c", "1 minute", "3 minutes"]);
    assert.deepEqual(said("de"), ["0,5", "3. Februar 2026", "a, b oder c", "1 Minute", "3 Minuten"]);
    assert.deepEqual(said("ar"), ["0.5", "3 فبراير 2026", "a أو b أو c", "دقيقة واحدة", "3 دقائق"]);
    assert.equal(phrasesFor("de").day("soon"), "soon");
    assert.equal(phrasesFor("ar-EG").day("2026-02-03"), "3 فبراير 2026");
  });

  it("put conditions into words", () => {
    const german = renderMarkdown(sheetOf("questionnaire", making(viewIn("de", everything))));
    for (const words of [
      "Bitte beantworten Sie Frage 2 nur, wenn dies zutrifft: Ihre Antwort auf Frage 1 ist „¶“.",
      "(nur wenn dies zutrifft: Ihre Antwort auf Frage 3 ist größer als 30,5)",
      "Ihre Antwort auf Frage 3 liegt zwischen 3 und 5 (beide eingeschlossen) und es trifft nicht zu: (Ihre Antwort auf Frage 1 ist „¶“ oder Frage 6 ist beantwortet).",
      "„¶“ ist in Frage 9 angekreuzt oder die Zahl der Kreuze in Frage 9 ist mindestens 2.",
      "Frage 2 ist nicht beantwortet oder Ihre Antwort auf Frage 3 ist 1 oder 2.",
      "mindestens eine Ihrer Antworten auf die Fragen 15 bis 16 ist mindestens 2 oder Ihre Antwort auf Frage 15 ist 5.",
      "(mindestens einmal und höchstens 3-mal)",
      "0,5 bis 80",
    ])
      assert.ok(german.includes(words), `${words}\n${german}`);
  });

  it("put the rule of consensus into words", () => {
    const study = `delphi: core
language: LANGUAGE
title: ¶
panel: {groups: {g: {label: ¶, affected: true, target: 12, minimum: 10}}}
responses: {r: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], high: [7, 9]}}}
statements: {one: {title: ¶, response: r, items: {a: ¶}}}
consensus: {preset: comet_70_15, scope: each_group, minimum_rated: 8}
rounds: {1: {mode: rating}}
`;
    const form = (language: string) =>
      renderMarkdown(sheetOf("questionnaire", making(viewOf(analyse(study.replace("LANGUAGE", language)))))).replaceAll("\u00a0", " ");
    for (const [language, words] of [
      [
        "de",
        [
          "Eine Aussage wird aufgenommen, wenn in jeder Gruppe gilt: mindestens 70 % derer, die sie bewertet haben, wählten high (7 bis 9) und weniger als 15 % derer, die sie bewertet haben, wählten low (1 bis 3).",
          "Bei weniger als 8 Bewertungen in einer Gruppe wird nichts entschieden.",
          "Dafür steht die Vorgabe `comet_70_15`.",
          "**¶: nötige Bewertungen**",
          "| 10 | 7 oder mehr | höchstens 1 | 7 oder mehr | höchstens 1 |",
        ],
      ],
      [
        "cy",
        [
          "Cynhwysir datganiad pan fo hyn yn wir ym mhob grŵp: dewisodd o leiaf 70% o'r rhai a'i sgoriodd high (7 i 9); hefyd dewisodd llai na 15% o'r rhai a'i sgoriodd low (1 i 3).",
          "Gyda llai na 8 sgôr mewn grŵp ni phenderfynir dim.",
        ],
      ],
      ["ar", ["بأقل من 8 تقييمات في مجموعة لا يُقرَّر شيء.", "| 10 | 7 أو أكثر | 1 على الأكثر |"]],
      ["pl", ["A statement is included where, in every group, at least 70% of those who rated it chose high (7 to 9)"]],
    ] as const)
      for (const part of words) assert.ok(form(language).includes(part), `${part}\n${form(language)}`);
  });

  it("say where a condition has no words in the language", () => {
    const text = everything("de").replace('when: agreed == "yes"', "when: sqrt(hours) > 3");
    const sheet = sheetOf("questionnaire", making(viewOf(analyse(text))));
    assert.deepEqual(sheet.remarks, ['1 condition is printed in English: there are no words for such a formula in "de"']);
    assert.match(renderMarkdown(sheet), /wenn dies zutrifft: the square root of question 3 is above 3\./);
  });
});

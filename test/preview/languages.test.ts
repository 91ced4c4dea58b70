import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { viewOf } from "../../server/features/preview.ts";
import type { FormWords } from "../../server/language/formWords.ts";
import { FORM_LANGUAGES } from "../../server/language/index.ts";
import { phrasesFor } from "../../server/language/phrases.ts";
import { renderBody } from "../../server/preview/body.ts";
import type { Filled, Mode } from "../../server/preview/view.ts";
import { delphi, everything, guide } from "../document/oneLanguage.ts";
import { attribute, type Element, elements, readBody } from "./reading.ts";

/** A page as it is shown, with each text and each word for a screen reader, and the language that it is said to be in. */
function saidOn(text: string, mode: Mode, filled?: Filled): readonly { readonly words: string; readonly language: string }[] {
  const { root } = readBody(renderBody(viewOf(analyse(text), { filled }), mode));
  const said: { words: string; language: string }[] = [];
  const walk = (node: typeof root, language: string) => {
    if (!("childNodes" in node)) return;
    for (const child of node.childNodes) {
      if (child.nodeName === "#text" && "value" in child) said.push({ words: child.value, language });
      if (!("tagName" in child)) continue;
      const own = attribute(child, "lang") ?? language;
      // The scores and their traces are for whoever judges; ids and codes are nobody's words.
      if (child.tagName === "aside" || child.tagName === "code") continue;
      for (const name of ["title", "aria-label", "placeholder"]) said.push({ words: attribute(child, name) ?? "", language: own });
      walk(child, own);
    }
  };
  walk(root, "");
  return said;
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Every word that the tool has in a language, with the names that its days and months have. */
function vocabulary(tag: string): ReadonlySet<string> {
  const said: string[] = [];
  const collect = (value: unknown) => {
    if (typeof value === "string") said.push(value.replace(/\{[a-z]+\}/gi, " "));
    else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) collect(one);
  };
  collect(FORM_LANGUAGES.get(tag));
  const { day, list } = phrasesFor(tag);
  return new Set(wordsOf([...said, day("2026-02-23"), list(["¶", "¶", "¶"], "and"), list(["¶", "¶"], "or")].join(" ")));
}

/** Ids that stand where an answer is still to come, and codes of a response. */
const NAMES: ReadonlySet<string> = new Set(["agreed", "U"]);

const answers: Filled = new Map([
  ["agreed", ["yes"]],
  ["hours", ["300"]],
  ["low", ["7.5"]],
  ["day", ["soon"]],
  ["clock", ["late"]],
  ["long", ["ages"]],
  ["many", ["a", "c"]],
  ["order__a", ["1"]],
  ["order__b", ["1"]],
  ["share__a", ["30"]],
]);
const GIVEN = ["soon", "late", "ages"];

describe("preview: the words around an instrument", () => {
  for (const [tag] of FORM_LANGUAGES) {
    for (const [what, text, mode, filled] of [
      ["a questionnaire", everything, "participant", undefined],
      ["a questionnaire that is being answered", everything, "participant", answers],
      ["the round of a Delphi study", delphi, "panellist", undefined],
      ["the last round of a Delphi study", delphi, "panellist", new Map([["preview__round", ["3"]]])],
      ["a topic guide", guide, "guide", undefined],
    ] as const) {
      it(`are in the language of ${what}: ${tag}`, () => {
        const known = vocabulary(tag);
        const said = saidOn(text(tag), mode, filled).filter(({ language }) => language !== "");
        assert.ok(said.some(({ words }) => wordsOf(words).length > 0));
        for (const { words, language } of said) {
          // What was found in a document is said to whoever writes it, and English has words for every formula elsewhere.
          if (language === "en") continue;
          // Arabic joins "and" to the word behind it.
          const isKnown = (word: string) => known.has(word) || known.has(word.replace(/^و/, "")) || NAMES.has(word) || GIVEN.includes(word);
          const strange = wordsOf(words).filter((word) => !isKnown(word));
          assert.deepEqual(strange, [], words);
          assert.doesNotMatch(words, /\{|undefined|NaN/);
        }
        const inEnglish = said.filter(({ words, language }) => language === "en" && wordsOf(words).length > 0);
        if (tag !== "en" && mode !== "guide") assert.deepEqual(inEnglish, []);
      });
    }
  }

  it("are English and said to be so where the tool has no words in the language", () => {
    for (const [tag, direction] of [
      ["pl", "ltr"],
      ["he", "rtl"],
    ] as const) {
      const { root } = readBody(renderBody(viewOf(analyse(everything(tag)), { filled: answers }), "participant"));
      const [whole] = elements(root);
      assert.ok(whole);
      assert.deepEqual([attribute(whole, "lang"), attribute(whole, "dir")], [tag, direction]);
      const english = saidOn(everything(tag), "participant", answers).filter(({ language }) => language === tag);
      const strange = english.flatMap(({ words }) => wordsOf(words)).filter((word) => !NAMES.has(word));
      assert.deepEqual(strange, []);
      const marked = (element: Element) => attribute(element, "lang") === "en" && attribute(element, "dir") === "ltr";
      assert.ok(elements(root).filter(marked).length > 10);
    }
  });

  it("are those of the paper questionnaire where both say the same", () => {
    const { text } = phrasesFor("de");
    const said = saidOn(everything("de"), "participant")
      .map(({ words }) => words)
      .join(" ");
    const same: readonly (readonly [keyof FormWords & ("rankAll" | "fromTo" | "duration"), Readonly<Record<string, string>>])[] = [
      ["rankAll", { last: "2" }],
      ["fromTo", { low: "0,5", high: "80" }],
      ["duration", {}],
    ];
    for (const [key, values] of same) assert.ok(said.includes(text(key, values)), key);
  });
});

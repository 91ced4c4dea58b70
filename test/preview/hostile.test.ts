import assert from "node:assert/strict";
import type { Instrument, Named, ResponseType } from "../../server/model/instrument.ts";
import { named } from "../../server/model/named.ts";
import { renderBody } from "../../server/preview/body.ts";
import { renderPage } from "../../server/preview/page.ts";
import type { Live, Mode, View } from "../../server/preview/view.ts";
import { everything } from "./everything.ts";
import { instrument, options, response, score, text } from "./instruments.ts";
import { attribute, elements, readBody, readPage, textOf } from "./reading.ts";
import { fullView } from "./views.ts";

const ATTACKS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "</textarea></style></title><svg onload=alert(1)>",
  "<!-- --><iframe srcdoc='<script>alert(1)</script>'>",
  "x onfocus=alert(1) autofocus",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "{leaving}<b>{</b>}",
  "\u202e<script>\u0000",
];

const MODES: readonly Mode[] = ["participant", "reviewer", "scores"];

/** Words that the program itself compares: everything else is an author's. */
const KEPT = new Set([
  "kind",
  "type",
  "layout",
  "language",
  "languages",
  "id",
  "section",
  "parent",
  "response",
  "permission",
  "privacy",
  "require",
  "first",
  "last",
  "method",
  "mode",
  "level",
  "fill",
  "comparison",
  "code",
  "key",
  "unit",
  "text",
  "operator",
  "always",
  "by",
  "recode",
]);

/** What the same view has where its texts are harmless: an attack may add nothing to it. */
let harmless: ReadonlyMap<Mode, readonly string[]>;
let harmlessPage: readonly string[];

describe("preview: hostile texts", () => {
  before(() => {
    harmless = new Map(MODES.map((mode) => [mode, shapeOf(renderBody(viewWith("harmless"), mode))]));
    harmlessPage = shapeOf(renderPage(viewWith("harmless")), true);
  });

  for (const attack of ATTACKS) {
    it(`shows ${JSON.stringify(attack)} as text, wherever it stands`, () => {
      for (const mode of MODES) {
        const markup = renderBody(viewWith(attack), mode);
        assert.deepEqual(shapeOf(markup), harmless.get(mode), mode);
        assert.ok(textOf(readBody(markup).root).includes(shownAs(attack)), mode);
      }
      assert.deepEqual(shapeOf(renderPage(viewWith(attack)), true), harmlessPage);
    });
  }
});

describe("preview: hostile ids and codes", () => {
  for (const attack of ATTACKS) {
    it(`keeps ${JSON.stringify(attack)} inside its attribute`, () => {
      for (const mode of MODES) {
        assert.deepEqual(shapeOf(renderBody(namedBy(attack), mode)), shapeOf(renderBody(namedBy("harmless"), mode)), mode);
      }
      assert.deepEqual(shapeOf(renderPage(namedBy(attack)), true), shapeOf(renderPage(namedBy("harmless")), true));
    });
  }
});

/** An instrument whose ids and codes are these words. The checker reports such ids, and the preview shows the document all the same. */
function namedBy(words: string): View {
  const parts = (type: ResponseType) =>
    response({
      id: `${words} ${type}`,
      type,
      options: options([
        [words, "Label", { other: true }],
        [`${words} 2`, "Other"],
      ]),
    });
  const types: readonly ResponseType[] = ["choice", "multiple", "rank", "allocate", "integer", "text"];
  const made = instrument({
    id: words,
    metadata: { language: "en", languages: ["en", words], version: words },
    responses: types.map(parts),
    sections: [
      {
        id: words,
        layout: "matrix",
        items: types.map((type) => ({ id: `${words} ${type}`, response: `${words} ${type}`, stem: text("Stem") })),
      },
    ],
    scores: [score({ id: words, entries: [{ first: `${words} choice`, minus: false }], source: words })],
  });
  return { instrument: made, filled: new Map([[`${words} choice`, [words]]]) };
}

/** The page's elements with the names of their attributes, in order. Piped answers are left out: an attack may name an item. */
function shapeOf(markup: string, whole = false): readonly string[] {
  const { root } = whole ? readPage(markup) : readBody(markup);
  const shown = elements(root).filter((element) => !(attribute(element, "class") ?? "").startsWith("pipe"));
  return shown.map((element) => `${element.tagName} ${element.attrs.map(({ name }) => name).join(" ")}`.trim());
}

/** A pipe shows the item's id, and HTML has no NUL. */
function shownAs(attack: string): string {
  return attack.replace("{leaving}", "").replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
}

/** Everything that has words of an author says these words: texts, labels, sources, names of bands and versions, messages, answers. */
function viewWith(words: string): View {
  const live: Live = {
    asked: () => true,
    screenedOut: () => false,
    messages: () => [words],
    scores: new Map([["work", { value: words, band: words, trace: [words] }]]),
  };
  const problem = { code: words, severity: "error", message: words, range: { start: 0, end: 1 }, related: [], fixes: [] } as const;
  const filled = new Map(["why", "why_ticked__else__other", "leaving"].map((name) => [name, [words]]));
  return fullView({ instrument: hostile(everything(), words), problems: [problem], live, filled });
}

function hostile(made: Instrument, words: string): Instrument {
  const all = <T extends object>(things: Named<T>): Named<T> =>
    named(things.ids().map((id) => [id, replaced(things.get(id), words)] as [string, T]));
  return {
    ...made,
    metadata: replaced(made.metadata, words),
    responses: all(made.responses),
    sections: all(made.sections),
    items: all(made.items),
    scores: all(made.scores),
    recodes: all(made.recodes),
  };
}

function replaced<T>(value: T, words: string, key = ""): T {
  if (typeof value === "string") {
    return (KEPT.has(key) ? value : words) as T;
  }
  if (Array.isArray(value)) {
    return value.map((part) => replaced(part, words, key)) as T;
  }
  if (value instanceof Map) {
    return new Map([...value].map(([name, part]) => [name, replaced(part, words, key === "languages" ? "own" : key)])) as T;
  }
  // Numbers and formulas are no words.
  if (value === null || typeof value !== "object" || "d" in value || "start" in value) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, isText(part) ? textOfAttack(part, words) : replaced(part, words, name)]),
  ) as T;
}

function isText(value: unknown): value is { own: string; languages: ReadonlyMap<string, string> } {
  return typeof value === "object" && value !== null && "own" in value && "languages" in value;
}

function textOfAttack(text: { languages: ReadonlyMap<string, string> }, words: string): object {
  return { own: words, languages: new Map([...text.languages.keys()].map((tag) => [tag, words])) };
}

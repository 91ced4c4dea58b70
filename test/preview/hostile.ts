import type { Instrument, Named } from "../../server/model/instrument.ts";
import { named } from "../../server/model/named.ts";
import type { Live, View } from "../../server/preview/view.ts";
import { everything } from "./everything.ts";
import { fullView } from "./views.ts";

/** What someone might write into a document to act in the page of whoever looks at it. */
export const ATTACKS = [
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

/** Everything that has words of an author says these words: texts, labels, sources, names of bands and versions, messages, answers. */
export function viewWith(words: string): View {
  const live: Live = {
    asked: () => true,
    holds: () => true,
    screenedOut: () => false,
    messages: () => [{ words }],
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

/**
 * Where a document has texts that people read. A translation has the same nesting with only these, so one table serves to read both.
 * `short`: the key that a scalar stands for (an item that is only its stem).
 */
export type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "keys"; readonly keys: Readonly<Record<string, Shape>>; readonly short?: string }
  | { readonly kind: "each"; readonly of: Shape }
  | { readonly kind: "list"; readonly of: Shape };

const text: Shape = { kind: "text" };
const keys = (inner: Readonly<Record<string, Shape>>, short?: string): Shape => ({ kind: "keys", keys: inner, short });
const each = (of: Shape): Shape => ({ kind: "each", of });
const list = (of: Shape): Shape => ({ kind: "list", of });

const labelled = keys({ label: text });
const response = keys({ options: each(keys({ label: text }, "label")), anchors: each(text), unit: text, unable: labelled });
const item = keys({ text, help: text, response, check: list(keys({ say: text })), alert: text }, "text");
const section: Shape = keys({
  title: text,
  text,
  response,
  repeat: labelled,
  items: each(item),
  get sections() {
    return each(section);
  },
});

/** The texts of every kind of document. No two kinds use one key for different things, so one table holds all. */
export const TEXTS: Shape = keys({
  title: text,
  description: text,
  responses: each(response),
  sections: each(section),
  scores: each(keys({ label: text, higher: text, unit: text })),
  panel: keys({ groups: each(labelled) }),
  statements: each(keys({ title: text, text, items: each(keys({ text }, "text")) })),
  rounds: each(keys({ aim: text })),
  distress: text,
  sites: each(text),
  audiences: each(labelled),
  photos: keys({ prompts: each(keys({ text }, "text")) }),
  topics: each(keys({ title: text, text, questions: each(keys({ text, probes: list(text) }, "text")) })),
  phases: each(labelled),
  consents: each(labelled),
});

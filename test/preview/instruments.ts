import type { Instrument, Item, Metadata, Option, Recode, Response, Score, Section, Text } from "../../server/model/instrument.ts";
import { named } from "../../server/model/named.ts";
import type { Exact } from "../../server/number/exact.ts";
import { parseExact } from "../../server/number/exact.ts";

/** Instruments made by hand for the tests of the preview: every part has its plain default, and a test says only what it is about. */
export interface Parts {
  readonly id?: string;
  readonly metadata?: Partial<Metadata>;
  readonly responses?: readonly Response[];
  readonly sections?: readonly SectionParts[];
  readonly scores?: readonly Score[];
  readonly recodes?: readonly Recode[];
}

export type SectionParts = Partial<Section> & {
  readonly id: string;
  readonly items?: readonly (Partial<Item> & { readonly id: string })[];
};

export function instrument(parts: Parts): Instrument {
  const sections = (parts.sections ?? []).map((section): Section => ({ layout: "list", randomise: false, ...section }));
  const items = (parts.sections ?? []).flatMap((section) => (section.items ?? []).map((item) => itemOf(section.id, item)));
  return {
    id: parts.id ?? "sample",
    metadata: { languages: [], authors: [], anonymous: false, changes: new Map(), use: new Map(), ...parts.metadata },
    responses: named((parts.responses ?? []).map((response) => [response.id ?? "", response])),
    sections: named(sections.map((section) => [section.id, section])),
    items: named(items.map((item) => [item.id, item])),
    scores: named((parts.scores ?? []).map((score) => [score.id, score])),
    recodes: named((parts.recodes ?? []).map((recode) => [recode.id ?? "", recode])),
    tables: named([]),
    effects: named([]),
    tests: named([]),
  };
}

function itemOf(section: string, item: Partial<Item> & { readonly id: string }): Item {
  return { section, reverse: false, require: false, checks: [], scored: true, ...item };
}

export function text(own: string, others: Readonly<Record<string, string>> = {}): Text {
  const pairs = Object.entries(others);
  return { own, languages: new Map(pairs.length === 0 ? [] : [["en", own], ...pairs]) };
}

export function number(digits: string | number): Exact {
  const value = parseExact(String(digits));
  if (value === undefined) {
    throw new Error(`${digits} is no number`);
  }
  return value;
}

export function response(parts: Partial<Response> & { readonly id: string }): Response {
  return { type: "choice", options: [], anchors: new Map(), bands: new Map(), randomise: false, ...parts };
}

/** Options from `code: label`, in the order given by the pairs. */
export function options(pairs: readonly (readonly [string, string, Partial<Option>?])[]): readonly Option[] {
  return pairs.map(([code, label, more]) => ({
    code,
    number: parseExact(code),
    label: text(label),
    missing: false,
    exclusive: false,
    other: false,
    fixed: false,
    preselected: false,
    ...more,
  }));
}

export function score(parts: Partial<Score> & { readonly id: string }): Score {
  return { helper: false, level: "person", transform: [], bandSets: new Map(), cutOffs: [], ...parts };
}

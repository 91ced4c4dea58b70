import type { Severity } from "../problem.ts";
import type { Field } from "../syntax/outline.ts";
import { fieldsIn, find, inner, listIn, mapFields, type Reading, wordIn, wordsIn } from "./read/reader.ts";

/** What a file of settings says for the documents of a folder. */
export interface Settings {
  readonly severities: Severities;
  /** Later ones win. */
  readonly overrides: readonly { readonly files: string; readonly severities: Severities }[];
  readonly targets: readonly string[];
  /** Lists of words that the wording findings should know, by name (`abbreviations`). */
  readonly lexicon: ReadonlyMap<string, readonly string[]>;
}

/** By code of a finding, or by category. */
export type Severities = ReadonlyMap<string, Severity | "off">;

export const NO_SETTINGS: Settings = { severities: new Map(), overrides: [], targets: [], lexicon: new Map() };

const READING: Reading = { report: () => undefined, anchor: () => undefined };

/** The settings that a file writes, and the file that they extend. What has the wrong shape is left out; the checker reports it. */
export function readSettings(fields: readonly Field[]): { readonly settings: Settings; readonly extended?: string } {
  const settings: Settings = {
    severities: severitiesIn(fields),
    overrides: listIn(READING, find(fields, "overrides")).flatMap(({ segment, node }) => {
      const override = mapFields(READING, segment, node);
      const files = wordIn(READING, find(override, "files"));
      return files === undefined ? [] : [{ files, severities: severitiesIn(override) }];
    }),
    targets: wordsIn(READING, find(fields, "targets")),
    lexicon: new Map(inner(READING, fields, "lexicon").map((list) => [list.name, wordsIn(READING, list)])),
  };
  return { settings, extended: wordIn(READING, find(fields, "extends")) };
}

const LEVELS: readonly (Severity | "off")[] = ["error", "warning", "info", "off"];

function severitiesIn(fields: readonly Field[]): Severities {
  const severities = new Map<string, Severity | "off">();
  for (const entry of fieldsIn(READING, find(fields, "severities")) ?? []) {
    // YAML 1.2 reads `off` as a word; a program of the older rules that rewrote the file may have made it false.
    const word = wordIn(READING, entry);
    const level = word === "false" ? "off" : LEVELS.find((one) => one === word);
    if (level) severities.set(entry.name, level);
  }
  return severities;
}

/** What the first adds to or says instead of the second. */
export function merged(over: Settings, base: Settings): Settings {
  return {
    severities: new Map([...base.severities, ...over.severities]),
    overrides: [...base.overrides, ...over.overrides],
    targets: over.targets.length > 0 ? over.targets : base.targets,
    lexicon: new Map([
      ...base.lexicon,
      ...[...over.lexicon].map(([name, words]) => [name, [...(base.lexicon.get(name) ?? []), ...words]] as const),
    ]),
  };
}

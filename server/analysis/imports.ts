import type { Instrument, Item, LookupTable, Recode, Response, Section } from "../model/instrument.ts";
import { copyOrigin, origins } from "../model/origins.ts";
import type { Part, PartOf } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { remember } from "../remember.ts";
import type { Place } from "../syntax/place.ts";
import type { Analysis } from "./analysis.ts";

/** A library that a document uses, under the name that it gives it. */
export interface Library {
  readonly alias: string;
  readonly path: string;
  readonly analysis: Analysis;
}

/** What an import brings into a document's collections, each under `alias.id`. */
export interface Imported {
  readonly responses: readonly (readonly [string, Response])[];
  readonly recodes: readonly (readonly [string, Recode])[];
  readonly tables: readonly (readonly [string, LookupTable])[];
}

export function importedFrom(libraries: readonly Library[]): Imported {
  const all = <T>(of: (instrument: Instrument) => { ids(): readonly string[]; values(): readonly T[] }) =>
    libraries.flatMap(({ alias, analysis }) => {
      const named = of(analysis.instrument);
      return named.ids().map((id, i) => [`${alias}.${id}`, named.values()[i] as T] as const);
    });
  return { responses: all((one) => one.responses), recodes: all((one) => one.recodes), tables: all((one) => one.tables) };
}

/** The items that a section includes from a library, in their order, with the names that they use told apart from the document's own. */
export function includedItems(section: PartOf<"section">, libraries: readonly Library[]): readonly Item[] {
  const [alias, name] = (section.value.include ?? "").split(".");
  const library = libraries.find((one) => one.alias === alias);
  if (!library || name === undefined || !library.analysis.instrument.sections.has(name)) return [];
  const { instrument } = library.analysis;
  const within = (item: Item) => {
    let id: string | undefined = item.section;
    for (let depth = 0; id !== undefined && depth < 20; depth++) {
      if (id === name) return true;
      id = instrument.sections.get(id)?.parent;
    }
    return false;
  };
  return instrument.items
    .values()
    .filter(within)
    .map((item) => included(item, section.id, library));
}

/** What is wrong with the sections that are included: no such library, or no such section in it. */
export function includeProblems(
  parts: readonly Part[],
  libraries: readonly Library[],
  use: ReadonlyMap<string, string>,
): readonly LocalProblem[] {
  return parts.flatMap((part) => {
    if (part.kind !== "section" || part.value.include === undefined) return [];
    const [alias = "", name] = part.value.include.split(".");
    const library = libraries.find((one) => one.alias === alias);
    if (library ? name !== undefined && library.analysis.instrument.sections.has(name) : use.has(alias)) return [];
    const known = library?.analysis.instrument.sections.ids() ?? [];
    const rest = library
      ? `"${library.path}" has no section "${name ?? ""}"${known.length > 0 ? `, but ${known.map((id) => `"${id}"`).join(", ")}` : ""}`
      : `no library is imported as "${alias}"`;
    return [
      {
        code: "undefined-name",
        severity: "error" as const,
        message: rest,
        at: origins.value(part.value, "include"),
        related: [],
        fixes: [],
      },
    ];
  });
}

/** Whether a section includes something that could not be read, so that nobody knows which items there are. */
export const isIncludeLost = (parts: readonly Part[], libraries: readonly Library[]): boolean =>
  parts.some((part) => {
    if (part.kind !== "section" || part.value.include === undefined) return false;
    const [alias, name] = part.value.include.split(".");
    const library = libraries.find((one) => one.alias === alias);
    return !library || name === undefined || !library.analysis.instrument.sections.has(name);
  });

/** Ids that an included section brings and that are here already, in the document or from another section that is included. */
export interface BroughtTwice {
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly LocalProblem[];
}

export function broughtTwice(parts: readonly Part[], libraries: readonly Library[]): BroughtTwice {
  const [ids, problems] = [new Set<string>(), [] as LocalProblem[]];
  const including = parts.flatMap((part) => (part.kind === "section" && part.value.include !== undefined ? [part] : []));
  if (including.length === 0) return { ids, problems };
  const known = new Map<string, Place>();
  for (const part of parts)
    if ((part.kind === "item" || part.kind === "score") && !known.has(part.id)) known.set(part.id, origins.name(part.value));
  for (const part of including) {
    const place = origins.value(part.value, "include");
    const brought = includedItems(part, libraries).map(({ id }) => id);
    const twice = brought.filter((id) => known.has(id));
    for (const id of twice) ids.add(id);
    for (const id of brought) if (!known.has(id)) known.set(id, place);
    const [first] = twice;
    const before = first === undefined ? undefined : known.get(first);
    if (first === undefined || before === undefined) continue;
    const more = twice.length > 1 ? ` and ${twice.length - 1} more` : "";
    problems.push({
      code: "duplicate-id",
      severity: "error",
      message: `"${first}"${more} of "${part.value.include}" ${twice.length > 1 ? "are ids" : "is an id"} here already: every id is used once`,
      at: place,
      related: [{ message: `the first "${first}"`, at: before }],
      fixes: [],
    });
  }
  return { ids, problems };
}

const COPIES = new WeakMap<Item, Map<string, Item>>();

/** The same copy each time, so that what is known of it holds as long as the library's text does. */
function included(item: Item, section: string, { alias, analysis }: Library): Item {
  const copies = remember(COPIES, item, () => new Map<string, Item>());
  const response = item.response ?? sectionResponse(analysis.instrument, item.section);
  const key = `${alias} ${section} ${typeof response === "string" ? response : ""}`;
  return remember(copies, key, () => {
    const copy: Item = {
      ...item,
      section,
      response: typeof response === "string" && !response.includes(".") ? `${alias}.${response}` : response,
    };
    copyOrigin(item, copy);
    return copy;
  });
}

function sectionResponse({ sections }: Instrument, id: string): Section["response"] {
  let section = sections.get(id);
  for (let depth = 0; section && depth < 20; depth++) {
    if (section.response !== undefined) return section.response;
    section = section.parent === undefined ? undefined : sections.get(section.parent);
  }
  return undefined;
}

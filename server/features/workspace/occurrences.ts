import type { Library } from "../../analysis/imports.ts";
import type { Range } from "../../problem.ts";
import { besideUri, sameUri } from "../besideUri.ts";
import { ownRange, type Thing, thingNamed } from "../things.ts";
import { usesIn } from "../uses.ts";
import { isWholeKind } from "../wholeThings.ts";
import type { Found, WorkspaceDocument } from "./document.ts";
import { joinedUses } from "./joinedUses.ts";
import { joinedPaths } from "./pathsIn.ts";
import { pipeUses } from "./pipeUses.ts";
import { translationUses } from "./translationUses.ts";

/** A thing with every place where a workspace names it. */
export interface WorkspaceOccurrences {
  readonly definition: Found | undefined;
  readonly uses: readonly Found[];
  /** The documents in which the thing goes by its name: its own, and those that include its section. No other thing of theirs may have that name. */
  readonly holders: readonly WorkspaceDocument[];
}

/** Every place where a thing of `home` is named: there, in the documents that use it as a library, in translations, guides and studies. */
export function workspaceOccurrences(thing: Thing, home: WorkspaceDocument, documents: readonly WorkspaceDocument[]): WorkspaceOccurrences {
  const uses: Found[] = [];
  const add = (document: WorkspaceDocument, ranges: readonly Range[]) => {
    for (const range of ranges) uses.push({ document, range });
  };
  const holders: WorkspaceDocument[] = [home];
  add(home, usesIn(home.analysis, thing));
  const others =
    thing.kind === "alias" || thing.kind === "test" || thing.kind === "effect" || isWholeKind(thing.kind)
      ? []
      : documents.filter(({ uri }) => !isSame(uri, home.uri));
  for (const document of others) {
    const libraries = document.analysis.libraries.filter(({ path }) => isSame(besideUri(document.uri, path), home.uri));
    if (libraries.length === 0) continue;
    const { analysis } = document;
    add(
      document,
      usesIn(
        analysis,
        thing,
        libraries.map(({ alias }) => alias),
      ),
    );
    if (thing.kind === "item" && bringsIn(document, libraries, thing.id)) holders.push(document);
  }
  if (thing.kind === "item" || thing.kind === "score") for (const holder of holders) add(holder, pipeUses(holder.analysis, thing.id));
  for (const document of others) add(document, joined(document, thing, holders, documents));
  const definition = ownRange(thing);
  return { definition: definition && { document: home, range: definition }, uses: unique(uses, definition, home), holders };
}

/** Whether a document includes the section of a library that holds an item. */
function bringsIn({ analysis }: WorkspaceDocument, libraries: readonly Library[], id: string): boolean {
  const path = thingNamed(analysis, "item", id)?.path;
  return libraries.some((library) => library.path === path);
}

/** What a translation, a guide or a study names of the documents that it is about. */
function joined(
  document: WorkspaceDocument,
  thing: Thing,
  holders: readonly WorkspaceDocument[],
  documents: readonly WorkspaceDocument[],
): readonly Range[] {
  const { uri, analysis } = document;
  const targets = joinedPaths(analysis).map(({ path }) => besideUri(uri, path));
  const holder = holders.find((one) => targets.some((target) => isSame(target, one.uri)));
  if (!holder) return [];
  if (analysis.kind === "translation") {
    const pipes = thing.kind === "item" || thing.kind === "score" ? pipeUses(analysis, thing.id) : [];
    return [...translationUses(analysis, holder.analysis, thing), ...pipes];
  }
  if (thing.kind !== "item" && thing.kind !== "score" && thing.kind !== "section") return [];
  // A name that several documents of a study have may mean any of them: it is left alone.
  const space = `${thing.kind}s` as const;
  const known = documents.filter(
    (one) => targets.some((target) => isSame(target, one.uri)) && one.analysis.instrument[space].has(thing.id),
  );
  return known.length > 1 ? [] : joinedUses(analysis, thing.kind, thing.id);
}

const isSame = (a: string, b: string) => sameUri(a) === sameUri(b);

function unique(uses: readonly Found[], definition: Range | undefined, home: WorkspaceDocument): readonly Found[] {
  const seen = new Set(definition ? [`${home.uri} ${definition.start}`] : []);
  const kept = uses.filter(({ document, range }) => {
    const key = `${document.uri} ${range.start}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
  return kept.sort((a, b) =>
    a.document.uri === b.document.uri ? a.range.start - b.range.start : a.document.uri < b.document.uri ? -1 : 1,
  );
}

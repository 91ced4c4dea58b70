import type { Joined } from "../model/joined.ts";
import { fieldsIn, find, type LocalProblem, type Reading, valuePlace, wordIn } from "../model/read/reader.ts";
import { remember } from "../remember.ts";
import type { Field } from "../syntax/outline.ts";
import type { Analysis, DocumentKind, Host } from "./analysis.ts";
import type { AnchorTable } from "./anchors.ts";
import { problem } from "./documentProblems.ts";
import { Engine } from "./engine.ts";
import { type Cycle, cycleTo, filesUpTo, inCircle } from "./importCycle.ts";
import { LARGEST, tooLong } from "./largest.ts";

/** The documents that a guide, a study or a translation refers to. */
export interface ReadJoined {
  readonly analyses: ReadonlyMap<string, Analysis>;
  readonly joined: Joined;
  readonly problems: readonly LocalProblem[];
  readonly cycle: Cycle | undefined;
}

const NOTHING: ReadJoined = { analyses: new Map(), joined: new Map(), problems: [], cycle: undefined };

/** Reads what a guide is about, what a study joins and what a translation is of. `kept`: those read before, each as long as its text is the same. */
export function readJoined(
  kind: DocumentKind | undefined,
  fields: readonly Field[],
  anchors: AnchorTable,
  host: Host,
  chain: readonly string[],
  kept: Map<string, { readonly text: string; readonly engine: Engine }>,
): ReadJoined {
  if (kind !== "guide" && kind !== "study" && kind !== "translation") return NOTHING;
  const reading: Reading = { report: () => undefined, anchor: (name) => anchors.get(name) };
  const places =
    kind === "guide"
      ? [find(fields, "about")]
      : kind === "translation"
        ? [find(fields, "of")]
        : (fieldsIn(reading, find(fields, "documents")) ?? []);
  const upTo = filesUpTo(host, chain);
  let cycle: Cycle | undefined;
  const analyses = new Map<string, Analysis>();
  const problems: LocalProblem[] = [];
  for (const field of places) {
    const path = wordIn(reading, field);
    if (!field || path === undefined || path === "" || field.name.startsWith("x-") || analyses.has(path)) continue;
    const refuse = (code: string, message: string) => problems.push(problem(code, "error", message, valuePlace(field)));
    const goesRound = (found: Cycle) => {
      cycle ??= found;
      refuse("import-cycle", inCircle(path, found, upTo));
    };
    const name = host.nameOf?.(path) ?? path;
    const closed = cycleTo(name, upTo);
    if (host.isOutside?.(path)) refuse("import-outside-workspace", `"${path}" leaves the folder that is worked in: it is not read`);
    else if (closed) goesRound(closed);
    else {
      const text = host.read(path);
      if (text === undefined) {
        refuse("import-not-found", `there is no file "${path}" beside this one`);
        continue;
      }
      if (text.length > LARGEST) {
        refuse("import-not-found", tooLong(path, text));
        continue;
      }
      let read = kept.get(path);
      if (read?.text !== text) {
        read = { text, engine: new Engine(text, host.beside?.(path) ?? host, [...upTo, name]) };
        kept.set(path, read);
      } else if (read.engine.soFar.joined.size > 0) read.engine.refresh();
      // What it finds in itself is told where it is open.
      const analysis = read.engine.soFar;
      if (analysis.cycle) {
        goesRound(analysis.cycle);
        continue;
      }
      analyses.set(path, analysis);
      if (kind === "guide" && analysis.kind !== "instrument" && analysis.kind !== "library")
        refuse("import-not-found", `"${path}" is no instrument: its first key is not "instrument"`);
    }
  }
  return { analyses, joined: new Map([...analyses].map(([path, analysis]) => [path, joinedDocument(path, analysis)])), problems, cycle };
}

const KEPT = new WeakMap<Analysis, Map<string, ReturnType<typeof asJoined>>>();
const joinedDocument = (path: string, analysis: Analysis) =>
  remember(
    remember(KEPT, analysis, () => new Map()),
    path,
    () => asJoined(path, analysis),
  );

function asJoined(path: string, { kind, instrument, guide, delphi }: Analysis) {
  return { path, kind: KINDS.find((one) => one === kind), instrument, guide, delphi };
}

const KINDS = ["instrument", "delphi", "guide", "study"] as const;

import type { Metadata } from "../model/instrument.ts";
import { fieldOf, origins } from "../model/origins.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { Host } from "./analysis.ts";
import { problem } from "./documentProblems.ts";
import { Engine } from "./engine.ts";
import { type Cycle, cycleTo, filesUpTo, inCircle, isSameCycle } from "./importCycle.ts";
import type { Library } from "./imports.ts";
import { LARGEST, tooLong } from "./largest.ts";

/** Reads the libraries that a document uses. `kept`: those read before, each as long as its text is the same. */
export function readImports(
  metadata: Metadata | undefined,
  host: Host,
  chain: readonly string[],
  kept: Map<string, { readonly text: string; readonly engine: Engine }>,
): { readonly libraries: readonly Library[]; readonly problems: readonly LocalProblem[]; readonly cycle: Cycle | undefined } {
  const upTo = filesUpTo(host, chain);
  const cycles: Cycle[] = [];
  const libraries: Library[] = [];
  const problems: LocalProblem[] = [];
  for (const [i, [alias, path]] of [...(metadata?.use ?? [])].entries()) {
    const refuse = (code: string, message: string) => problems.push(problem(code, "error", message, placeOf(metadata, i)));
    const goesRound = (cycle: Cycle) => {
      // Several ways into a circle that this file is no part of are one mistake, made elsewhere.
      const isKnown = cycles.some((known) => isSameCycle(known, cycle)) && !cycle.includes(upTo.at(-1) ?? "");
      if (!isKnown) refuse("import-cycle", inCircle(path, cycle, upTo));
      cycles.push(cycle);
    };
    const name = host.nameOf?.(path) ?? path;
    const closed = cycleTo(name, upTo);
    if (host.isOutside?.(path)) refuse("import-outside-workspace", `"${path}" leaves the folder that is worked in: it is not read`);
    else if (closed) goesRound(closed);
    else {
      const text = host.read(path);
      if (text === undefined) refuse("import-not-found", `there is no file "${path}" beside this one`);
      else if (text.length > LARGEST) refuse("import-not-found", tooLong(path, text));
      else {
        let library = kept.get(path);
        if (library?.text !== text) {
          library = { text, engine: new Engine(text, host.beside?.(path) ?? host, [...upTo, name]) };
          kept.set(path, library);
        } else if (library.engine.soFar.instrument.metadata.use.size > 0) library.engine.refresh();
        // What it finds in itself is told where it is open.
        const analysis = library.engine.soFar;
        if (analysis.cycle) goesRound(analysis.cycle);
        else if (analysis.kind === "library") libraries.push({ alias, path, analysis });
        else refuse("import-not-found", `"${path}" is no library: its first key is not "library"`);
      }
    }
  }
  return { libraries, problems, cycle: cycles[0] };
}

function placeOf(metadata: Metadata | undefined, index: number): Place {
  const field = metadata && fieldOf(metadata, "use");
  const entry = field?.fields?.[index];
  if (entry) return placeIn(entry.segment, entry.value);
  return origins.value(metadata as Metadata, "use", index);
}

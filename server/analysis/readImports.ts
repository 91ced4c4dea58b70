import type { Metadata } from "../model/instrument.ts";
import { fieldOf, origins } from "../model/origins.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { Host } from "./analysis.ts";
import { problem } from "./documentProblems.ts";
import { Engine } from "./engine.ts";
import type { Library } from "./imports.ts";
import { LARGEST, tooLong } from "./largest.ts";

/** Reads the libraries that a document uses. `kept`: those read before, each as long as its text is the same. */
export function readImports(
  metadata: Metadata | undefined,
  host: Host,
  chain: readonly string[],
  kept: Map<string, { readonly text: string; readonly engine: Engine }>,
): { readonly libraries: readonly Library[]; readonly problems: readonly LocalProblem[] } {
  const libraries: Library[] = [];
  const problems: LocalProblem[] = [];
  for (const [i, [alias, path]] of [...(metadata?.use ?? [])].entries()) {
    const refuse = (code: string, message: string) => problems.push(problem(code, "error", message, placeOf(metadata, i)));
    const name = host.nameOf?.(path) ?? path;
    if (host.isOutside?.(path)) refuse("import-outside-workspace", `"${path}" leaves the folder that is worked in: it is not read`);
    else if (chain.includes(name))
      refuse("import-cycle", `"${path}" imports this file: ${[...chain.slice(chain.indexOf(name)), name].join(" -> ")}`);
    else {
      const text = host.read(path);
      if (text === undefined) refuse("import-not-found", `there is no file "${path}" beside this one`);
      else if (text.length > LARGEST) refuse("import-not-found", tooLong(path, text));
      else {
        let library = kept.get(path);
        if (library?.text !== text) {
          library = { text, engine: new Engine(text, host.beside?.(path) ?? host, [...chain, name]) };
          kept.set(path, library);
        }
        // What it finds in itself is told where it is open.
        const analysis = library.engine.soFar;
        if (analysis.problems.some(({ code }) => code === "import-cycle"))
          refuse("import-cycle", `"${path}" imports itself, directly or through others`);
        else if (analysis.kind === "library") libraries.push({ alias, path, analysis });
        else refuse("import-not-found", `"${path}" is no library: its first key is not "library"`);
      }
    }
  }
  return { libraries, problems };
}

function placeOf(metadata: Metadata | undefined, index: number): Place {
  const field = metadata && fieldOf(metadata, "use");
  const entry = field?.fields?.[index];
  if (entry) return placeIn(entry.segment, entry.value);
  return origins.value(metadata as Metadata, "use", index);
}

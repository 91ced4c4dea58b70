import { onlyNeeded } from "../model/resolve.ts";
import type { Context } from "../rules/rule.ts";
import { type CompiledInstrument, compileInstrument } from "../scoring/pipeline.ts";

/** Some scores made ready to be worked out, with the ranges that are proved already. */
export function compiledScores(names: Iterable<string>, { scoring, possibleRange }: Context): CompiledInstrument {
  return compileInstrument(onlyNeeded(scoring, names), {
    rangeOfScore: (id) => {
      const possible = possibleRange(id);
      return possible && { low: possible.min, high: possible.max, attainable: possible.attainable };
    },
  });
}

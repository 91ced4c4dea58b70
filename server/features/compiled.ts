import type { Analysis } from "../analysis/analysis.ts";
import { remember } from "../remember.ts";
import { type CompiledInstrument, compileInstrument, type ScoringOptions } from "../scoring/pipeline.ts";

const COMPILED = new WeakMap<Analysis, CompiledInstrument>();

/** The instrument of an analysis, ready to score people with the ranges that the analysis proved. */
export function compiled(analysis: Analysis, options: ScoringOptions = {}): CompiledInstrument {
  const make = () => compileInstrument(analysis.instrument, { ...scoringOptions(analysis), ...options });
  return Object.keys(options).length > 0 ? make() : remember(COMPILED, analysis, make);
}

/** What scoring must be told that an analysis knows: the proved range of each score. */
export function scoringOptions(analysis: Analysis): ScoringOptions {
  return {
    rangeOfScore: (id) => {
      const possible = analysis.possibleRange(id);
      return possible && { low: possible.min, high: possible.max, attainable: possible.attainable };
    },
  };
}

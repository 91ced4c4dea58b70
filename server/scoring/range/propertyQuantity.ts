import { point } from "../../expression/range/atom.ts";
import { choosing } from "../../expression/range/gatherings/choosing.ts";
import { intervalOf } from "../../expression/range/numeric.ts";
import type { Operation } from "../../expression/range/operation.ts";
import { comparisonOperation } from "../../expression/range/operations/comparison.ts";
import { endsOfRows, piecewise, type ValueRow } from "../../expression/range/operations/piecewise.ts";
import type { Quantity } from "../../expression/range/quantity.ts";
import { isNumber, type Value } from "../../expression/value.ts";
import type { Band, CutOff, Score } from "../../model/instrument.ts";
import { bandOf, meetsCutOff, nextAbove } from "../bands.ts";
import { sameCode } from "../covariate.ts";
import { codeQuantity } from "./codeQuantity.ts";
import type { Parts } from "./scoreQuantities.ts";

/** A band or a cut-off of a score, as `total.band` and `total.NAME` give it. */
export function propertyQuantity(parts: Parts, score: Score, name: string): Quantity {
  const { graph } = parts;
  const value = parts.score(score.id);
  const cutOffs = score.cutOffs.filter((cutOff) => cutOff.name === name);
  if (cutOffs.length > 0) return cutOffQuantity(parts, cutOffs, value);
  const set = score.bandSets.get(name) ?? (name === "band" ? score.bands : undefined);
  if (set === undefined) return graph.known(null);
  if (set.kind === "bands") return graph.apply(bandOperation(set.bands), [value]);
  const code = codeQuantity(parts, set.by);
  const members = [...set.sets].flatMap(([wanted, bands]) => [
    graph.apply(isWanted(wanted), [code]),
    graph.apply(bandOperation(bands), [value]),
  ]);
  return graph.gather(choosing(members.length), members);
}

/** The first cut-off that concerns a person counts; a covariate that is missing concerns none. */
function cutOffQuantity(parts: Parts, cutOffs: readonly CutOff[], value: Quantity): Quantity {
  const { graph } = parts;
  const members: Quantity[] = [];
  for (const cutOff of cutOffs) {
    const met = graph.apply(meets(cutOff), [value]);
    if (cutOff.by === undefined) {
      members.push(met);
      break;
    }
    members.push(graph.apply(isWanted(cutOff.by.code), [codeQuantity(parts, cutOff.by.item)]), met);
  }
  return graph.gather(choosing(members.length), members);
}

function isWanted(wanted: string): Operation {
  return { key: `is code ${wanted}`, type: "truth", apply: ([code = null]) => typeof code === "string" && sameCode(code, wanted) };
}

const OPERATORS = { at_least: ">=", above: ">", at_most: "<=", below: "<", equals: "==" } as const;

function meets(cutOff: CutOff): Operation {
  const { spread } = comparisonOperation(OPERATORS[cutOff.comparison]);
  return {
    key: `${cutOff.comparison} ${cutOff.at.toFraction()}`,
    type: "truth",
    apply: ([value = null]) => (isNumber(value) ? meetsCutOff(cutOff, value) : null),
    spread: ([value]) => {
      if (value === undefined || value.kind === "unknown") return undefined;
      return intervalOf(value)?.measure === "number" ? spread?.([value, point(cutOff.at)]) : [{ atom: point(null) }];
    },
    cuts: () => [cutOff.at],
  };
}

function bandOperation(bands: readonly Band[]): Operation {
  const rows = bands.map((band): ValueRow => {
    const next = band.to ?? nextAbove(bands, band.from);
    return { from: { value: band.from, open: false }, to: { value: next, open: band.to === undefined }, value: band.name };
  });
  return {
    key: `band ${bands.map(({ name, from, to }) => `${name} ${from.toFraction()} ${to?.toFraction() ?? ""}`).join(";")}`,
    type: "text",
    apply: ([value = null]): Value => (isNumber(value) ? (bandOf(bands, value) ?? null) : null),
    spread: ([value]) => {
      if (value === undefined || value.kind === "unknown") return undefined;
      return intervalOf(value)?.measure === "number" ? piecewise(rows, null)(value) : [{ atom: point(null) }];
    },
    cuts: () => endsOfRows(rows),
  };
}

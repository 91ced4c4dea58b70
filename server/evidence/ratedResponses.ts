import type { Response } from "../model/instrument.ts";
import type { PartOf } from "../model/parts.ts";

/** The responses that a part holds itself: a named one, those written inside an item, a section, a group of statements or a round. */
export function ratedResponses(part: PartOf<"response" | "item" | "section" | "delphi">): readonly Response[] {
  if (part.kind === "response") return [part.value];
  const written =
    part.kind === "delphi"
      ? [...part.value.statementGroups.values(), ...part.value.rounds].map(({ response }) => response)
      : [part.value.response];
  return written.flatMap((response) => (typeof response === "object" ? [response] : []));
}

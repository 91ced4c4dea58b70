import { keptWith } from "../keptWith.ts";
import type { Response } from "../model/instrument.ts";
import { remember } from "../remember.ts";
import { familyOf } from "./answerLabels.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";

/** What the labels of a response answer: how often, how far one agrees … */
export type ResponseKind = "agreement" | "frequency" | "satisfaction" | "importance" | "likelihood" | "yes or no";

const KEPT = keptWith<Response, { readonly kind: ResponseKind | undefined }>();

/** Undefined where the labels are not known. */
export const responseKind = (response: Response, lexicon: Lexicon): ResponseKind | undefined =>
  remember(KEPT, response, () => ({ kind: kindOf(response, lexicon) })).kind;

function kindOf(response: Response, { yesNo }: Lexicon): ResponseKind | undefined {
  if (response.type === "rating")
    return KINDS[
      familyOf(
        [...response.anchors.values()].map((text) => text.own),
        2,
      )?.family.name ?? ""
    ];
  if (response.type !== "choice") return undefined;
  const labels = response.options.filter((option) => !option.missing).map((option) => option.label?.own.trim() ?? "");
  if (labels.length <= 3 && yesNo.every((word) => labels.some((label) => word.test(label)))) return "yes or no";
  return KINDS[familyOf(labels)?.family.name ?? ""];
}

const KINDS: Record<string, ResponseKind | undefined> = {
  agreement: "agreement",
  frequency: "frequency",
  days: "frequency",
  satisfaction: "satisfaction",
  importance: "importance",
  likelihood: "likelihood",
};

import type { Analysis } from "../analysis/analysis.ts";
import type { Reference } from "../model/keys.ts";
import type { NamedPlace, NameSpace } from "../model/wholeNames.ts";
import { printExact } from "../number/print.ts";
import { wholeNames } from "./wholeThings.ts";

/** Names of a Delphi study, a guide or a study that may be written for some kinds of reference, with what is said of each. */
export function ownNames(
  analysis: Analysis,
  references: readonly Reference[],
): readonly { readonly id: string; readonly detail: string }[] {
  const names = wholeNames(analysis);
  if (!names) return [];
  const found = new Map<string, string>();
  const add = (id: string, detail: string) => found.has(id) || found.set(id, detail);
  for (const reference of references) {
    const space = SPACES[reference];
    for (const one of names.definitions) if (one.space === space) add(one.id, detailOf(analysis, one));
    if (reference === "consent" && analysis.guide) for (const id of [...analysis.guide.consent, ...CONSENTS]) add(id, "consent");
    if (reference === "round") for (const { number, mode } of analysis.delphi?.rounds ?? []) add(String(number), mode ?? "round");
  }
  return [...found].map(([id, detail]) => ({ id, detail }));
}

const SPACES: Partial<Readonly<Record<Reference, NameSpace>>> = {
  band: "band",
  statement: "statement",
  audience: "audience",
  document: "document",
  phase: "phase",
  consent: "consent",
};

/** The consents that rules about guides know. */
const CONSENTS = ["take_part", "audio_recording", "quotation", "image_use"];

function detailOf({ delphi, guide, study }: Analysis, { space, id }: NamedPlace): string {
  switch (space) {
    case "statement":
      return delphi?.statements.get(id)?.text?.own ?? "";
    case "band": {
      const band = delphi?.responses
        .values()
        .find(({ bands }) => bands.has(id))
        ?.bands.get(id);
      return band ? `${printExact(band[0])} to ${printExact(band[1])}` : "";
    }
    case "audience":
      return guide?.audiences.get(id)?.label?.own ?? "";
    case "document":
      return study?.documents.get(id)?.path ?? "";
    case "phase":
      return study?.phases.get(id)?.label?.own ?? study?.phases.get(id)?.document ?? "";
    case "consent":
      return study?.consents.get(id)?.label?.own ?? study?.consents.get(id)?.kind ?? "";
    default:
      return "";
  }
}

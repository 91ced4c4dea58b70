import type { Study } from "../../model/study.ts";
import { usedConsents } from "../../study/phases.ts";
import { at, type Context, stop } from "../context.ts";
import { type Html, html } from "../html.ts";
import { spoken } from "../scores/spoken.ts";
import { renderWideTable } from "../wideTable.ts";
import { quotedWording } from "../wording.ts";

/** What people agree to, whether they must, and until when they can take it back. */
export function renderConsents(context: Context, study: Study): Html | undefined {
  const used = usedConsents(study);
  return study.consents.size === 0
    ? undefined
    : html`<section class="part"><h2${at(context, study, "consents")}>Consents</h2>
${renderWideTable({
  name: "Consents of the study",
  head: ["Consent", "Kind", "Withdrawal", "Needed by"],
  rows: study.consents.values().map((consent) => ({
    attributes: stop(context, consent),
    cells: [
      html`${consent.label === undefined ? spoken(consent.id) : quotedWording(context, consent.label)} <code>${consent.id}</code>`,
      consent.kind ?? "",
      consent.withdraw === undefined ? "" : spoken(consent.withdraw),
      neededBy(study, consent.id) || (used.has(consent.id) || consent.kind === "required" ? "the study" : "nothing"),
    ],
  })),
})}</section>
`;
}

function neededBy(study: Study, id: string): string {
  const samples = study.sampling.values().filter(({ consent }) => consent === id);
  const links = study.linkage.values().filter(({ consent }) => consent === id);
  const guides = study.documents.values().filter(({ document }) => document?.guide?.consent.includes(id) === true);
  return [...samples.map((one) => `sample ${one.id}`), ...links.map((one) => `linkage ${one.id}`), ...guides.map((one) => one.id)].join(
    ", ",
  );
}

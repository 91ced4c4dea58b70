import type { Study, StudyDocument } from "../model/study.ts";
import { at, type Context, stop } from "./context.ts";
import { type Fact, renderFacts } from "./factList.ts";
import { renderHeading } from "./heading.ts";
import { type Html, html } from "./html.ts";
import { spoken } from "./scores/spoken.ts";
import { renderConsents } from "./study/consents.ts";
import { renderLinkage } from "./study/linkage.ts";
import { renderSampling } from "./study/sampling.ts";
import { renderWaves } from "./study/waves.ts";
import { renderWideTable } from "./wideTable.ts";
import { plainWording, quotedWording } from "./wording.ts";

/** A study that joins documents, as a page to read: what it consists of, whom it asks when, and what becomes of the data. */
export function renderStudy(context: Context, study: Study): Html {
  const facts: readonly Fact<Study>[] = [
    { name: "Design", property: "design", content: study.design && spoken(study.design) },
    { name: "Minimum service", property: "minimumService", content: study.minimumService?.text },
  ];
  return html`<div class="reviewer study" lang="en" dir="ltr">
${renderHeading(context, renderFacts(context, study, facts))}${renderDocuments(context, study)}${renderPhases(context, study)}${renderSampling(context, study)}${renderWaves(context, study)}${renderLinkage(context, study)}${renderConsents(context, study)}</div>
`;
}

const KINDS = { instrument: "Survey", delphi: "Delphi study", guide: "Topic guide", study: "Study" } as const;

function renderDocuments(context: Context, study: Study): Html | undefined {
  const documents = study.documents.values();
  return documents.length === 0
    ? undefined
    : html`<section class="part"><h2${at(context, study, "documents")}>Documents</h2>
${renderWideTable({
  name: "Documents of the study",
  head: ["Name", "Kind", "Title", "File"],
  rows: documents.map((document) => ({
    attributes: stop(context, document),
    cells: [
      html`<code>${document.id}</code>`,
      document.document?.kind === undefined ? "cannot be read" : KINDS[document.document.kind],
      titleOf(context, document),
      document.path,
    ],
  })),
})}</section>
`;
}

function titleOf(context: Context, { document }: StudyDocument): string {
  const metadata = document?.guide?.metadata ?? document?.delphi?.metadata ?? document?.instrument.metadata;
  return plainWording(context, metadata?.title);
}

function renderPhases(context: Context, study: Study): Html | undefined {
  const phases = study.phases.values();
  return phases.length === 0
    ? undefined
    : html`<section class="part"><h2${at(context, study, "phases")}>Phases</h2>
<ol class="plain numbered">${phases.map((phase) => {
        const parts = [
          phase.document === undefined ? "" : `with ${phase.document}`,
          phase.after === undefined ? "" : `after ${phase.after}`,
        ].filter((part) => part !== "");
        return html`<li${stop(context, phase)}>${phase.label === undefined ? spoken(phase.id) : quotedWording(context, phase.label)}${parts.length > 0 && `: ${parts.join(", ")}`}</li>`;
      })}</ol></section>
`;
}

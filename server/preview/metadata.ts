import { languageOf } from "../language/language.ts";
import type { Metadata } from "../model/instrument.ts";
import { at, type Context } from "./context.ts";
import { type Html, html } from "./html.ts";
import { languageTags } from "./languages.ts";
import { outsideLink, sourceLink } from "./outsideLink.ts";
import { quotedWording } from "./wording.ts";

/** What a document says of itself, as a list of facts. */
export function renderMetadata(context: Context): Html {
  const { metadata } = context.instrument;
  const facts = factsOf(context, metadata).filter((fact) => fact.content !== undefined);
  return html`${
    metadata.description !== undefined &&
    html`<p class="description"${at(context, metadata, "description")}>${quotedWording(context, metadata.description)}</p>
`
  }${
    facts.length > 0 &&
    html`<dl class="facts">
${facts.map(
  ({ name, property, content }) => html`<div${at(context, metadata, property)}><dt>${name}</dt><dd>${content}</dd></div>
`,
)}</dl>
`
  }`;
}

interface Fact {
  readonly name: string;
  readonly property: keyof Metadata & string;
  readonly content: Html | undefined;
}

function factsOf(context: Context, metadata: Metadata): readonly Fact[] {
  const { version, authors, planned, basedOn } = metadata;
  const languages = languageTags(context.instrument)
    .map((tag) => languageOf(tag).name)
    .join(", ");
  return [
    { name: "Version", property: "version", content: version === undefined ? undefined : html`${version}` },
    { name: "Languages", property: "languages", content: metadata.languages.length > 0 ? html`${languages}` : undefined },
    { name: "Authors", property: "authors", content: authors.length > 0 ? html`${authors.join(", ")}` : undefined },
    { name: "Source", property: "source", content: sourceOf(metadata) },
    { name: "Licence", property: "licence", content: licenceOf(metadata) },
    {
      name: "Based on",
      property: "basedOn",
      content: basedOn === undefined ? undefined : html`${basedOn.instrument}${basedOn.changes !== undefined && `: ${basedOn.changes}`}`,
    },
    { name: "Planned", property: "planned", content: planned === undefined ? undefined : html`${planned} participants` },
    { name: "Anonymous", property: "anonymous", content: metadata.anonymous ? html`yes` : undefined },
    { name: "Changes", property: "changes", content: changesOf(metadata) },
  ];
}

function sourceOf({ source }: Metadata): Html | undefined {
  if (source === undefined) {
    return undefined;
  }
  const place = source.doi ?? source.url;
  const link = place === undefined ? undefined : sourceLink(place);
  return html`${source.citation}${source.citation !== undefined && link !== undefined && " "}${link}${source.verbatim && " (published wording)"}`;
}

const PERMISSIONS = {
  free: "free to use",
  free_noncommercial: "free for non-commercial use",
  permission_required: "permission required",
} as const;

function licenceOf({ licence }: Metadata): Html | undefined {
  if (licence === undefined) {
    return undefined;
  }
  const parts = [
    licence.name ?? licence.spdx,
    licence.holder,
    licence.permission === undefined ? undefined : PERMISSIONS[licence.permission],
    licence.granted === undefined ? undefined : `granted: ${licence.granted}`,
  ].filter((part) => part !== undefined);
  const link = outsideLink(licence.url, licence.url);
  return html`${parts.join(", ")}${link !== undefined && html` ${link}`}`;
}

function changesOf({ changes }: Metadata): Html | undefined {
  return changes.size === 0 ? undefined : html`<ul>${[...changes].map(([version, what]) => html`<li>${version}: ${what}</li>`)}</ul>`;
}

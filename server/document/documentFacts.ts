import type { Metadata } from "../model/instrument.ts";
import type { Context } from "../preview/context.ts";
import type { Block, Runs } from "./block.ts";
import { say, words } from "./words.ts";

/** What a document says of itself, in front of its codebook and its scoring appendix. */
export function documentFacts(context: Context, kind = "Instrument"): readonly Block[] {
  const { metadata, id } = context.instrument;
  const facts: readonly { readonly name: string; readonly content: Runs }[] = [
    { name: kind, content: [say(id, "code")] },
    { name: "Version", content: metadata.version === undefined ? [] : [say(metadata.version)] },
    { name: "Authors", content: metadata.authors.length === 0 ? [] : [say(metadata.authors.join(", "))] },
    { name: "Source", content: sourceOf(metadata) === "" ? [] : [say(sourceOf(metadata))] },
    { name: "Licence", content: licenceOf(metadata) === "" ? [] : [say(licenceOf(metadata))] },
    {
      name: "Based on",
      content:
        metadata.basedOn === undefined
          ? []
          : [say([metadata.basedOn.instrument, metadata.basedOn.changes].filter((part) => part !== undefined).join(": "))],
    },
    { name: "Planned participants", content: metadata.planned === undefined ? [] : [say(String(metadata.planned))] },
  ];
  return [
    ...(metadata.description === undefined ? [] : [{ kind: "paragraph", content: words(context, metadata.description) } as const]),
    {
      kind: "facts",
      facts: facts.filter(({ content }) => content.length > 0).map(({ name, content }) => ({ name: [say(name)], content })),
    },
  ];
}

export function sourceOf({ source }: Metadata): string {
  return [source?.citation, source?.doi === undefined ? undefined : `doi: ${source.doi}`, source?.url]
    .filter((part) => part !== undefined)
    .map((part) => part.trim())
    .join(". ");
}

export function licenceOf({ licence }: Metadata): string {
  const permission = licence?.permission === undefined ? undefined : PERMISSIONS[licence.permission];
  return [
    licence?.name ?? licence?.spdx,
    licence?.holder,
    permission,
    licence?.granted === undefined ? undefined : `granted: ${licence.granted}`,
    licence?.url,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

const PERMISSIONS = {
  free: "free to use",
  free_noncommercial: "free for non-commercial use",
  permission_required: "permission required",
} as const;

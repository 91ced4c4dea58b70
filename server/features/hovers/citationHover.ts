import type { Analysis } from "../../analysis/analysis.ts";
import { placeIn } from "../../syntax/place.ts";
import { segmentAt, startOf } from "../../syntax/segmentedText.ts";
import { cursorAt } from "../cursor.ts";
import { innerFields } from "../fieldAt.ts";
import type { Hover } from "../hover.ts";
import { rootField } from "../rootField.ts";

const DOI = /\b10\.\d{4,9}\/[^\s"',{}[\]]+/g;

/** Where a document, a score or a cut-off is from: the reference as it is cited, with its link. */
export function citationHover(analysis: Analysis, offset: number): Hover | undefined {
  return ofDocument(analysis, offset) ?? doiAt(analysis, offset);
}

function ofDocument(analysis: Analysis, offset: number): Hover | undefined {
  const { source, basedOn } = analysis.instrument.metadata;
  // Only where there is one is the document looked through for it.
  const field = source && rootField(analysis, "source");
  if (!field) return undefined;
  const key = [field, ...innerFields(field)].find((one) => {
    const { start, end } = {
      start: analysis.range(placeIn(one.segment, one.key)).start,
      end: analysis.range(placeIn(one.segment, one === field ? one.key : one.value)).end,
    };
    return start <= offset && offset <= end;
  });
  if (!key) return undefined;
  const lines = [
    source.citation ?? "",
    source.doi === undefined ? "" : link(`https://doi.org/${source.doi}`, `doi:${source.doi}`),
    source.url === undefined ? "" : link(source.url, source.url),
    source.verbatim ? "Published wording: no finding asks for other words." : "",
    basedOn ? `Based on \`${basedOn.instrument}\`.` : "",
  ].filter((line) => line !== "");
  const range = analysis.range(placeIn(key.segment, key.key));
  return lines.length === 0 ? undefined : { markdown: lines.join("\n\n"), range };
}

/** A DOI behind any key that names a source. */
function doiAt(analysis: Analysis, offset: number): Hover | undefined {
  const { path, role } = cursorAt(analysis, offset);
  if (role !== "value" || !["source", "doi", "citation"].includes(String(path.at(-1)))) return undefined;
  const index = segmentAt(analysis.text, offset);
  const from = startOf(analysis.text, index);
  const match = [...(analysis.text.segments.at(index)?.text.matchAll(DOI) ?? [])].find(
    (one) => from + one.index <= offset && offset <= from + one.index + one[0].length,
  );
  if (!match) return undefined;
  const start = from + match.index;
  return { markdown: link(`https://doi.org/${match[0]}`, `doi:${match[0]}`), range: { start, end: start + match[0].length } };
}

/** Only addresses of the web are links. */
const link = (address: string, shown: string) =>
  /^https?:\/\/[^\s<>()]+$/.test(address) ? `[${shown.replace(/[[\]]/g, "")}](${address})` : shown;

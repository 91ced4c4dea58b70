import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { analyse } from "../../server/analysis/engine.ts";
import type { Sheet } from "../../server/document/block.ts";
import { renderDocumentHtml } from "../../server/document/render/html.ts";
import type { Making } from "../../server/document/sheet.ts";
import { viewOf } from "../../server/features/preview.ts";
import { responseOf } from "../../server/model/resolve.ts";
import { digits } from "../../server/number/digits.ts";
import { outlineOf } from "../../server/preview/outline.ts";
import { pointsOf } from "../../server/preview/points.ts";
import type { View } from "../../server/preview/view.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";

export const SAMPLES = ["link-worker-retention", "phq9", "hse-indicator-tool", "new-starters"] as const;

export function sampleView(name: string, language?: string): View {
  const text = readFileSync(new URL(`../../samples/${name}.instrument.yaml`, import.meta.url), "utf8");
  return viewOf(analyse(text), { language });
}

/** What a document of a view is made from; the hash is made up, so that expected documents change only where what they say does. */
export function making(view: View, more: Partial<Making> = {}): Making {
  return {
    view,
    compiled: compileInstrument(view.instrument),
    codes: false,
    provenance: { files: [{ file: `${view.instrument.id}.instrument.yaml`, sha256: "0123456789abcdef".repeat(4) }], tool: "1.0.0" },
    ...more,
  };
}

export function htmlOf(sheet: Sheet): string {
  return renderDocumentHtml(sheet, (text) => createHash("sha256").update(text).digest("base64"));
}

/** Words in a document as a reader finds them: breaks of lines and gaps are one blank. */
export function running(text: string): string {
  return text.replace(/[\s\u2068\u2069]+/g, " ").trim();
}

/** Everything of a kind that must stand in a document: the wordings of all items that are asked, the codes, the ends of ranges. */
export function wordings({ instrument }: View): readonly string[] {
  const shown = new Set(
    outlineOf(instrument).flatMap(function itemsOf(outline): string[] {
      return [...outline.items.map(({ id }) => id), ...outline.nested.flatMap(itemsOf)];
    }),
  );
  return instrument.items.values().flatMap(({ id, stem }) => (shown.has(id) && stem !== undefined ? [running(stem.own)] : []));
}

export function codes({ instrument }: View): readonly string[] {
  const all = instrument.items.values().flatMap((item) => {
    const response = responseOf(instrument, item);
    if (response === undefined) return [];
    const points = response.type === "rating" ? pointsOf(response) : undefined;
    return (points ?? response.options).map(({ code, label }) => (label === undefined ? code : `${code} ${running(label.own)}`));
  });
  return [...new Set(all)];
}

export function rangeEnds({ instrument, ranges }: View): readonly string[] {
  return instrument.scores.values().flatMap(({ id, helper }) => {
    const range = helper ? undefined : ranges?.get(id);
    if (range === undefined) return [];
    if (range.min !== undefined && range.max !== undefined) return [`${digits(range.min)} to ${digits(range.max)}`];
    return (range.values ?? []).map(String);
  });
}

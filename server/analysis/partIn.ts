import { COLLECTIONS, type Part, readPart } from "../model/parts.ts";
import { fieldsOfSegment } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import type { AnchorTable } from "./anchors.ts";

/** The part that a segment holds alone. */
export function partIn(segment: Segment, anchors: AnchorTable): Part | undefined {
  const { path } = segment.within;
  const [top = ""] = path;
  const kind =
    path.length === 1 ? COLLECTIONS[top as keyof typeof COLLECTIONS] : top === "sections" && path.at(-1) === "items" ? "item" : undefined;
  const [field, ...more] = fieldsOfSegment(segment);
  if (!kind || !field || more.length > 0 || [...path, field.name].some((name) => name.startsWith("x-"))) return undefined;
  return readPart(kind, field, anchors, kind === "item" ? path.at(-2) : undefined);
}

import type { Range } from "../problem.ts";
import type { Segment } from "./segment.ts";

/** A range inside a segment. It stays true while the segment lives; where the segment starts is asked when the place is shown. */
export interface Place extends Range {
  readonly segment: Segment;
}

export const placeIn = (segment: Segment, { start, end }: Range): Place => ({ segment, start, end });

import type { Change } from "../server/lsp/requests.ts";

export function applied(before: string, { head, middle, tail }: Change): string {
  return before.slice(0, head) + middle + before.slice(before.length - tail);
}

/** The places in the order of the elements that have one. */
export function readPlaces(places: string): readonly Place[] {
  let before = 0;
  return (places === "" ? [] : places.split(",")).map((place) => {
    const [distance = 0, length = 0] = place.split(" ").map(Number);
    before += distance;
    return { start: before, end: before + length };
  });
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

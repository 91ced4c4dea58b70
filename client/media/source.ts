import { type Place, readPlaces } from "../pageUpdate.ts";

/** The places in the text of the elements of the page that have one, in their order. */
let places: readonly Place[] = [];
let written = "";

export function setPlaces(next: string): void {
  if (next === written) return;
  written = next;
  places = readPlaces(next);
}

/** The place in the text of the innermost element around a node that has one. */
export function sourceOf(page: ParentNode, node: Element): Place | undefined {
  const element = node.closest("[data-at]");
  return element === null ? undefined : places[[...page.querySelectorAll("[data-at]")].indexOf(element)];
}

/** The smallest part of the page that comes from text around this offset. */
export function partAt(page: ParentNode, offset: number): Element | undefined {
  let best: number | undefined;
  for (const [index, place] of places.entries()) {
    const holds = place.start <= offset && offset <= place.end;
    if (holds && (best === undefined || lengthOf(place) <= lengthOf(places[best]))) best = index;
  }
  return best === undefined ? undefined : page.querySelectorAll("[data-at]")[best];
}

function lengthOf(place: Place | undefined): number {
  return place === undefined ? Number.POSITIVE_INFINITY : place.end - place.start;
}

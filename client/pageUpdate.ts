/** What makes one text of another: so much of its beginning and of its end stays, and this stands in between. */
export interface Change {
  readonly head: number;
  readonly middle: string;
  readonly tail: number;
}

/** Most edits change a few letters of a page of some hundred thousand; only these are sent. */
export function changeOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  // A letter that is written as two must not be sent by half.
  if (isSurrogate(after, head - 1)) head--;
  if (isSurrogate(after, after.length - tail)) tail--;
  return { head, middle: after.slice(head, after.length - tail), tail };
}

export function applied(before: string, { head, middle, tail }: Change): string {
  return before.slice(0, head) + middle + before.slice(before.length - tail);
}

/**
 * A page without the places in the text, and these by themselves: with a letter more in the text all that follow are others, while the page is
 * the same. Each is its distance from the one before and its length, so that most of them stay the same too.
 */
export function withoutPlaces(html: string): { readonly html: string; readonly places: string } {
  const places: string[] = [];
  let before = 0;
  const bare = html.replace(PLACE, (_, from: string, to: string) => {
    const [start, end] = [Number(from), Number(to)];
    places.push(`${start - before} ${end - start}`);
    before = start;
    return " data-at";
  });
  return { html: bare, places: places.join(",") };
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

const PLACE = / data-start="(\d+)" data-end="(\d+)"/g;

function isSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdfff;
}

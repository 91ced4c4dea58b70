import type { Change, PageShown, Preview } from "./requests.ts";

/** More pages than anybody looks at side by side; one that is not remembered is sent whole. */
const REMEMBERED = 12;

/** Makes an answer of a page's markup: what differs from the answer that the page shows, of which the newest for each page is remembered. */
export function pageChanges(): (html: string, page: PageShown | undefined) => Pick<Preview, "html" | "places" | "number"> {
  const pages = new Map<string, { readonly number: number; readonly html: string; readonly places: string }>();
  let number = 0;
  return (html, page) => {
    const next = { ...withoutPlaces(html), number: ++number };
    const known = page && pages.get(page.id);
    const before = known !== undefined && known.number === page?.shows ? known : { html: "", places: "" };
    if (page !== undefined) {
      pages.delete(page.id);
      pages.set(page.id, next);
      for (const [oldest] of pages) if (pages.size > REMEMBERED) pages.delete(oldest);
    }
    return { html: changeOf(before.html, next.html), places: changeOf(before.places, next.places), number };
  };
}

/** Most edits change a few letters of a page of some hundred thousand; only these are sent. */
export function changeOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  // A letter that is written as two must not be sent by half.
  if (isBetween(after.charCodeAt(head - 1), 0xd800, 0xdbff)) head--;
  if (isBetween(after.charCodeAt(after.length - tail), 0xdc00, 0xdfff)) tail--;
  return { head, middle: after.slice(head, after.length - tail), tail };
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

const PLACE = / data-start="(\d+)" data-end="(\d+)"/g;

const isBetween = (code: number, low: number, high: number) => code >= low && code <= high;

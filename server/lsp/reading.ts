import { remember } from "../remember.ts";
import { soon } from "./slices.ts";

/**
 * Reads documents a little at a time until all is read, for requests that need all of one: `read` reads for a moment, and says whether nothing is
 * left. Other requests are answered in between.
 */
export function reading(read: (uri: string) => boolean): (uri: string) => Promise<void> | undefined {
  const begun = new Map<string, Promise<void>>();
  const goOn = (uri: string, done: () => void): void => {
    if (read(uri)) {
      begun.delete(uri);
      done();
    } else soon(() => goOn(uri, done));
  };
  return (uri) => {
    // Most documents are read in less than a moment.
    if (!begun.has(uri) && read(uri)) return undefined;
    return remember(begun, uri, () => new Promise((done) => soon(() => goOn(uri, done))));
  };
}

/** The URI of a file by its path from a document; the document itself where the path leads nowhere. */
export function besideUri(uri: string, path: string): string {
  try {
    return new URL(path.split("/").map(encodeURIComponent).join("/"), uri).href;
  } catch {
    return uri;
  }
}

/** One name for a file: editors and paths escape the characters of a URI in different ways. */
export function sameUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

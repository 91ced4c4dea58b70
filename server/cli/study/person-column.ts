/** The place of the column that names the person: the one asked for, else the first that is no item. A sentence where there is none. */
export function personColumn(header: readonly string[], wanted: string | undefined, isItem: (name: string) => boolean): number | string {
  if (wanted !== undefined) {
    const place = header.findIndex((name) => name.trim().toLowerCase() === wanted.toLowerCase());
    return place < 0 ? `there is no column "${wanted}"` : place;
  }
  const place = header.findIndex((name) => !isItem(name.trim()));
  return place < 0 ? "no column names the person: say which with --id" : place;
}

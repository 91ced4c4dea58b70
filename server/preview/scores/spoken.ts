/** A name as it is spoken: `moderately_severe` is read "moderately severe". */
export function spoken(name: string): string {
  return name.replaceAll("_", " ");
}

/** A value in the quotation marks that need the fewest escapes. */
export function quote(value: string): string {
  return value.includes('"') && !value.includes("\n") ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

/** Breaks a text at its spaces into lines of so many letters; what is more than the lines hold ends in an ellipsis. */
export function inLines(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(BREAKS)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= letters || line === "") {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  const shown = lines.slice(0, most).map((one) => (one.length > letters + 4 ? `${one.slice(0, letters + 2)}…` : one));
  const last = shown.at(-1);
  return lines.length > most && last !== undefined ? [...shown.slice(0, -1), last.endsWith("…") ? last : `${last} …`] : shown;
}

/** White space at which a line may end. */
const BREAKS = /[^\S\u00a0]+/;

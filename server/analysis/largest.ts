/** The most that a document may have, in characters. The largest of real instruments have some hundred thousand; more would keep a server busy and nothing else. */
export const LARGEST = 5_000_000;

/** As it is told: `6.2`. */
export const inMillions = (count: number): string => (Math.ceil(count / 100_000) / 10).toFixed(1).replace(/\.0$/, "");

export const tooLong = (path: string, text: string): string =>
  `"${path}" has ${inMillions(text.length)} million characters and is not read, for at most ${inMillions(LARGEST)} million are`;

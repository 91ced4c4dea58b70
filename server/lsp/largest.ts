/** The most that a document may have, in characters. The largest of real instruments have some hundred thousand; more would keep a server busy and nothing else. */
export const LARGEST = 5_000_000;

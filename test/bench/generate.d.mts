/** An instrument with so many items as text; the same numbers give the same text each time. */
export function instrument(count: number, seed: number): string;

/** Random numbers from 0 to 1 that are the same each time. */
export function random(seed: number): () => number;

/** An instrument with so many items as text; the same numbers give the same text each time. */
export function instrument(count: number, seed: number): string;

/** The middle value. */
export function median(values: readonly number[]): number;

/** The value below which this part of them lies. */
export function quantile(values: readonly number[], part: number): number;

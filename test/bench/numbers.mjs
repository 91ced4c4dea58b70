// Middle values and ratios, as the table prints them.

export const median = (values) => quantile(values, 0.5);

export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export function shown(value, unit) {
  if (value === undefined || Number.isNaN(value)) return "–";
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${unit}`;
}

/** How many times better ours is: less of a time or a size, more of a rate. */
export function ratio(ours, peer, isRate = false) {
  if (!ours || !peer) return "";
  const times = isRate ? ours / peer : peer / ours;
  return `${times >= 10 ? times.toFixed(0) : times.toFixed(1)}×`;
}

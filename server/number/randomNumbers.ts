/** Marsaglia's xorshift with 32 bits (Journal of Statistical Software 2003;8:14): numbers from 0 to below 1. The same seed gives the same. */
export function randomNumbers(seed: number): () => number {
  // The state may not be 0, and small seeds are spread first.
  let state = Math.imul(seed + 1, 0x9e3779b9) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

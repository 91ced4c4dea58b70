/** No document means to nest this deep; the generated functions call themselves for each level. */
const DEEPEST = 200;

/** Whether lists and keys are nested so deeply that a function that calls itself for each level might fail. */
export function isTooDeep(data: unknown, level = 0): boolean {
  if (typeof data !== "object" || data === null) return false;
  if (level > DEEPEST) return true;
  const inner: readonly unknown[] = Array.isArray(data) ? data : Object.values(data);
  for (const value of inner) if (isTooDeep(value, level + 1)) return true;
  return false;
}

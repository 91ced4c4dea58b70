/** No document means to nest this deep; the generated functions call themselves for each level. */
const DEEPEST = 200;

/** Whether lists and keys are nested so deeply that a function that calls itself for each level might fail. */
export function isTooDeep(data: unknown): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : [])).filter(isNested);
  }
  return false;
}

const isNested = (value: unknown): boolean => typeof value === "object" && value !== null;

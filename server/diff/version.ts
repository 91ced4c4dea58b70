import { BUMPS, type Bump } from "./change.ts";

/** A version number as semantic versioning reads it; undefined of anything else. */
export interface VersionNumber {
  readonly numbers: readonly [number, number, number];
  readonly pre: string;
}

const SEMVER = /^(\d+)\.(\d+)(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

export function versionNumber(text: string | undefined): VersionNumber | undefined {
  const [whole, major, minor, patch = "0", pre = ""] = SEMVER.exec(text?.trim() ?? "") ?? [];
  return whole === undefined ? undefined : { numbers: [Number(major), Number(minor), Number(patch)], pre };
}

/** What the step from one version to the next says. `lower`: it goes down. Before 1.0.0 the second number speaks for breaking changes. */
export function stepBetween(old: VersionNumber, now: VersionNumber): Bump | "lower" {
  const place = old.numbers.findIndex((number, i) => number !== now.numbers[i]);
  if (place < 0) return old.pre === now.pre ? "none" : comparePre(old.pre, now.pre) > 0 ? "lower" : "patch";
  if ((now.numbers[place] ?? 0) < (old.numbers[place] ?? 0)) return "lower";
  const says = BUMPS[3 - place] ?? "none";
  return old.numbers[0] === 0 && says === "minor" ? "major" : says;
}

/** The next version that says enough. */
export function nextVersion({ numbers: [major, minor, patch] }: VersionNumber, needs: Bump): string {
  if (needs === "major") return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  if (needs === "minor") return `${major}.${minor + 1}.0`;
  return needs === "patch" ? `${major}.${minor}.${patch + 1}` : `${major}.${minor}.${patch}`;
}

export const saysEnough = (step: Bump, needs: Bump): boolean => BUMPS.indexOf(step) >= BUMPS.indexOf(needs);

/** A version before the release stands below the release itself; of two their parts decide, numbers as numbers. */
function comparePre(a: string, b: string): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const [left, right] = [a.split("."), b.split(".")];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x = "", y = ""] = [left[i], right[i]];
    if (x === y) continue;
    if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return 0;
}

import { categoryOf } from "../evidence/categories.ts";
import { globExpression } from "../glob.ts";
import { keptWith } from "../keptWith.ts";
import type { Settings, Severities } from "../model/settings.ts";
import type { Problem, Severity } from "../problem.ts";
import { remember } from "../remember.ts";

/** The problems with the severities that the settings give them for a file; those that are off are left out. */
export function withSeverities(problems: readonly Problem[], settings: Settings, path: string): readonly Problem[] {
  const layers = layersOf(settings, path);
  if (layers.length === 0) return problems;
  const levels = new Map<string, Severity | "off" | "own">();
  const shown: Problem[] = [];
  for (const problem of problems) {
    const level = remember(levels, problem.code, () => levelOf(problem.code, layers) ?? "own");
    if (level === "own" || level === problem.severity) shown.push(problem);
    else if (level !== "off") shown.push({ ...problem, severity: level });
  }
  return shown;
}

/** Whether the settings leave out a finding of this code. */
export function isOff(settings: Settings, path: string): (code: string) => boolean {
  const made = (): ((code: string) => boolean) => {
    const layers = layersOf(settings, path);
    return (code) => levelOf(code, layers) === "off";
  };
  // One answer for all documents that the same settings hold for.
  return settings.overrides.length > 0 ? made() : remember(OFF, settings, made);
}

const OFF = keptWith<Settings, (code: string) => boolean>();

/** What the settings say for a file, the last word first. */
function layersOf({ severities, overrides }: Settings, path: string): readonly Severities[] {
  if (severities.size === 0 && overrides.length === 0) return [];
  return [severities, ...overrides.filter(({ files }) => globExpression(files).test(path)).map((one) => one.severities)].reverse();
}

/** The first layer that names the code or its category; within a layer the code counts before its category. */
function levelOf(code: string, layers: readonly Severities[]): Severity | "off" | undefined {
  for (const layer of layers) {
    const level = layer.get(code) ?? layer.get(categoryOf(code) ?? "");
    if (level) return level;
  }
  return undefined;
}

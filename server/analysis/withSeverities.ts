import { categoryOf } from "../evidence/categories.ts";
import { globExpression } from "../glob.ts";
import type { Settings, Severities } from "../model/settings.ts";
import type { Problem, Severity } from "../problem.ts";

/** The problems with the severities that the settings give them for a file; those that are off are left out. */
export function withSeverities(problems: readonly Problem[], settings: Settings, path: string): readonly Problem[] {
  if (settings.severities.size === 0 && settings.overrides.length === 0) return problems;
  const layers = [
    settings.severities,
    ...settings.overrides.filter(({ files }) => globExpression(files).test(path)).map(({ severities }) => severities),
  ].reverse();
  return problems.flatMap((problem) => {
    const level = levelOf(problem.code, layers) ?? problem.severity;
    return level === "off" ? [] : [level === problem.severity ? problem : { ...problem, severity: level }];
  });
}

/** The first layer that names the code or its category; within a layer the code counts before its category. */
function levelOf(code: string, layers: readonly Severities[]): Severity | "off" | undefined {
  for (const layer of layers) {
    const level = layer.get(code) ?? layer.get(categoryOf(code) ?? "");
    if (level) return level;
  }
  return undefined;
}

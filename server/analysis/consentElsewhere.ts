import type { Problem } from "../problem.ts";
import { type Host, NO_HOST } from "./analysis.ts";
import { Engine } from "./engine.ts";

const CODE = "no-consent-before-data";

/**
 * Leaves out that nobody is asked to take part where people are asked elsewhere: in a study beside the instrument or in the folder above
 * that joins it and has consents. Where folders cannot be listed, the study of the same name (`NAME.study.yaml`) is looked at.
 */
export function withoutConsentElsewhere(problems: readonly Problem[], host: Host): readonly Problem[] {
  if (!problems.some(({ code }) => code === CODE) || !isJoinedWithConsents(host)) return problems;
  return problems.filter(({ code }) => code !== CODE);
}

function isJoinedWithConsents({ own = "", read, studies }: Host): boolean {
  const name = own.slice(own.lastIndexOf("/") + 1);
  const namesake = name.replace(/\.instrument(\.ya?ml)$/, ".study$1");
  const found = studies?.() ?? (namesake === name ? [] : [namesake]);
  return found.some((study) => {
    const text = read(study);
    return text !== undefined && joinedIn(study, text).some((path) => pathFrom(pathFrom(own, study), path) === own);
  });
}

/** The documents that a study joins, by their path from the study, if it asks for consents at all. */
function joinedIn(name: string, text: string): readonly string[] {
  const known = last.get(name);
  if (known?.text === text) return known.paths;
  const { study } = new Engine(text, NO_HOST).soFar;
  const paths = study === undefined || study.consents.size === 0 ? [] : [...study.documents.values()].map(({ path }) => path);
  if (last.size >= MOST_KEPT) last.clear();
  last.set(name, { text, paths });
  return paths;
}

/** While an instrument is typed its studies are the same texts again and again. */
const last = new Map<string, { readonly text: string; readonly paths: readonly string[] }>();
const MOST_KEPT = 100;

/** A path that is written in a file, as one from where the file's own path begins. */
function pathFrom(file: string, path: string): string {
  const steps = file.split("/").slice(0, -1);
  for (const step of path.split("/"))
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  return steps.join("/");
}

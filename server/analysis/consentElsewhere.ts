import type { Problem } from "../problem.ts";
import { type Host, NO_HOST } from "./analysis.ts";
import { Engine } from "./engine.ts";

const CODE = "no-consent-before-data";

/**
 * Leaves out that nobody is asked to take part where people are asked elsewhere: in the study of the same name beside the instrument
 * (`NAME.study.yaml`), if it joins the instrument and has consents. A document cannot know of a study with another name, which it nowhere names.
 */
export function withoutConsentElsewhere(problems: readonly Problem[], host: Host): readonly Problem[] {
  if (!problems.some(({ code }) => code === CODE) || !isJoinedWithConsents(host)) return problems;
  return problems.filter(({ code }) => code !== CODE);
}

function isJoinedWithConsents({ own = "", read }: Host): boolean {
  const name = own.slice(own.lastIndexOf("/") + 1);
  const study = name.replace(/\.instrument(\.ya?ml)$/, ".study$1");
  if (study === name) return false;
  const text = read(study);
  return text !== undefined && joinedIn(text).includes(name);
}

/** The documents beside it that a study joins, if it asks for consents at all. */
function joinedIn(text: string): readonly string[] {
  if (last?.text !== text) {
    const { study } = new Engine(text, NO_HOST).soFar;
    const paths = study === undefined || study.consents.size === 0 ? [] : study.documents.values().map(({ path }) => path);
    last = { text, paths: paths.map((path) => path.replace(/^\.\//, "")) };
  }
  return last.paths;
}

/** While an instrument is typed its study is the same text again and again. */
let last: { readonly text: string; readonly paths: readonly string[] } | undefined;

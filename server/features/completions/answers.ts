import type { Analysis } from "../../analysis/analysis.ts";
import type { Type } from "../../expression/type.ts";
import type { Path } from "../../model/keys.ts";
import { scopeOf } from "../../model/scope.ts";
import type { Add, Completion } from "./completion.ts";

/** What can be answered to an item of a test, or expected of a score: codes with their labels, bands, and that there is none. */
export function answersFor(analysis: Analysis, path: Path, add: Add): readonly Completion[] {
  const keys = path.filter((step) => typeof step === "string");
  const [top, , group, name] = keys;
  if (top === "tests" && name !== undefined && (group === "answers" || group === "expect")) {
    const missing = add("missing", { kind: "word", detail: group === "answers" ? "not answered" : "no value" });
    return [...ofType(typeNamed(analysis, name.split("..")[0] ?? ""), add), missing];
  }
  if (top === "sections" && keys.at(-1) === "key") return ofType(typeNamed(analysis, keys.at(-2) ?? ""), add);
  return [];
}

function typeNamed(analysis: Analysis, name: string): Type | undefined {
  const [id = "", property] = name.split(".");
  const meaning = scopeOf(analysis.instrument).find(id);
  return property === undefined ? meaning?.type : meaning?.properties.get(property);
}

function ofType(type: Type | undefined, add: Add): readonly Completion[] {
  if (type?.kind === "truth") return ["true", "false"].map((word) => add(word, { kind: "word" }));
  const codes = type && "answers" in type ? (type.answers?.codes ?? []) : [];
  return codes
    .filter((code) => !code.missing)
    .map(({ code, number, label }) =>
      add(code, { kind: "word", detail: label ?? "", newText: number || isPlain(code) ? code : JSON.stringify(code) }),
    );
}

/** Whether YAML reads a code as the text that it is. */
const isPlain = (code: string) => /^[A-Za-z][\w-]*$/.test(code) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(code);

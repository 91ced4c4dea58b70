import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Response, ResponseType } from "../model/instrument.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** Ids of another form are reported by the shape of the document; here are those that are words of a statistics program. */
export default rule({
  code: "invalid-id",
  severity: "error",
  summary: "An id that statistics programs would not take as a variable name.",
  looksAt: ["item", "score", "response", "section"],
  applies: ({ id }, { settings }) => BY_WORD.has(id) || OF_DATABASES.has(id) || settings.targets.length > 0,
  *check(part, { at, settings }) {
    if (part.kind !== "score" && settings.targets.length > 0) yield* ofCodes(writtenResponse(part), settings.targets, at);
    if (part.kind !== "item" && part.kind !== "score") return;
    const program = BY_WORD.get(part.id);
    if (program)
      yield {
        at: at.name(part.value),
        severity: program.severity,
        message: `"${part.id}" is a word of ${program.name} and cannot be the name of a variable there`,
      };
    else if (OF_DATABASES.has(part.id))
      yield {
        at: at.name(part.value),
        severity: "info",
        message: `"${part.id}" is a word of databases (SQL): a column of that name must be quoted there`,
      };
    const tight = settings.targets.flatMap((name) => LIMITS.get(name.toLowerCase()) ?? []).flatMap((limit) => limit(part.id) ?? []);
    if (tight.length > 0)
      yield { at: at.name(part.value), severity: "warning", message: `"${part.id}" cannot keep its name everywhere: ${tight.join("; ")}` };
  },
});

/** The first code of a response that a target does not take; the others are like it. */
function* ofCodes(response: Response | undefined, targets: readonly string[], at: Context["at"]): Generator<Finding> {
  for (const name of targets) {
    const refused = CODES.get(name.toLowerCase());
    const option = refused && response?.options.find(({ code }) => refused(code, response.type) !== undefined);
    if (option && response)
      yield {
        at: at.name(option),
        severity: "warning",
        message: `the code "${option.code}" cannot stay as it is everywhere: ${refused(option.code, response.type)}`,
      };
  }
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Formulas: the words of the language. R: ?Reserved. SPSS: Command Syntax Reference, variable names, reserved keywords (any case). */
const PROGRAMS = [
  { name: "formulas", severity: "error", words: words("and or not in between mod true false missing") },
  { name: "SPSS", severity: "error", words: words("all and by eq ge gt le lt ne not or to with") },
  { name: "R", severity: "error", words: words("if else repeat while function for next break in") },
] as const;

/** The first program that a word belongs to. */
const BY_WORD = new Map(PROGRAMS.toReversed().flatMap((program) => [...program.words].map((word) => [word, program] as const)));

/** What systems that the settings name as targets make of an id. REDCap: Help & FAQ, variable names. LimeSurvey: manual, question codes. */
const LIMITS: ReadonlyMap<string, (id: string) => string | undefined> = new Map([
  ["redcap", (id) => (id.length > 26 ? `REDCap takes 26 characters, and it has ${id.length}` : undefined)],
  [
    "limesurvey",
    (id) =>
      id.includes("_")
        ? "LimeSurvey takes letters and digits only"
        : id.length > 20
          ? `LimeSurvey takes 20 characters, and it has ${id.length}`
          : undefined,
  ],
]);

type RefusedCode = (code: string, type: ResponseType) => string | undefined;

/** The same of the codes of options. LimeSurvey: manual, answer codes. XLSForm: the answers of select_multiple are joined by blanks. */
const CODES: ReadonlyMap<string, RefusedCode> = new Map<string, RefusedCode>([
  ["limesurvey", (code) => (/^[A-Za-z0-9]{1,5}$/.test(code) ? undefined : "LimeSurvey takes up to 5 letters and digits")],
  [
    "xlsform",
    (code, type) =>
      type === "multiple" && /\s/.test(code) ? "XLSForm joins several answers by blanks and takes no code with one" : undefined,
  ],
]);

/** Reserved in SQL:2016 and of no meaning in R, SPSS or formulas. */
const OF_DATABASES = words(
  "select from where group order table user value values date time timestamp year month day hour minute second union having limit check " +
    "primary references column create insert update delete drop into as on is null like exists case when then end desc asc distinct " +
    "default grant join left right inner outer cross natural using set row rows interval position language start current unique view",
);

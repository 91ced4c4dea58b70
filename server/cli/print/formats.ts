import { posix } from "node:path";
import type { Severity } from "../../problem.ts";
import { suggestion } from "../nearest.ts";
import type { World } from "../world.ts";
import type { Palette } from "./colour.ts";
import type { Report } from "./report.ts";
import type { RuleInfo } from "./sarif.ts";

export interface PrintContext {
  readonly palette: Palette;
  readonly quiet: boolean;
  readonly cwd: World["cwd"];
  /** Whether findings of this severity make the check fail. */
  readonly fails: (severity: Severity) => boolean;
  readonly rules: () => Promise<readonly RuleInfo[]>;
}

type Printer = (report: Report, context: PrintContext) => Promise<string>;

/** The output formats of `check` by name; each is loaded when it is asked for. */
export const FORMATS: Readonly<Record<string, Printer>> = {
  text: async (report, context) => (await import("./text.ts")).printText(report, context),
  concise: async (report) => (await import("./concise.ts")).printConcise(report),
  json: async (report) => (await import("./json.ts")).printJson(report),
  jsonl: async (report) => (await import("./jsonl.ts")).printJsonl(report),
  sarif: async (report, { rules, cwd }) => (await import("./sarif.ts")).printSarif(report, await rules(), cwd),
  junit: async (report, { fails }) => (await import("./junit.ts")).printJunit(report, fails),
  github: async (report) => (await import("./github.ts")).printGithub(report),
  gitlab: async (report) => (await import("./gitlab.ts")).printGitlab(report),
  checkstyle: async (report) => (await import("./checkstyle.ts")).printCheckstyle(report),
};

/** Formats that people read or a build log swallows line by line: several of them may share standard output. */
const LINES: readonly string[] = ["text", "concise", "github", "jsonl"];

export interface Destination {
  readonly format: string;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

export type Destinations = { readonly destinations: readonly Destination[] } | { readonly wrong: string };

/**
 * Reads `--format NAME` and `--format NAME=FILE`. Where every format has a file of its own, the text still goes to standard output; in GitHub
 * Actions the annotations stand beside it unless a format was asked for.
 */
export function destinationsOf(given: readonly string[], out: string | undefined, env: World["env"]): Destinations {
  const destinations: Destination[] = [];
  for (const word of given) {
    const equals = word.indexOf("=");
    const format = equals < 0 ? word : word.slice(0, equals);
    const named = equals < 0 ? out : word.slice(equals + 1);
    const file = named === "-" ? undefined : named;
    if (!(format in FORMATS)) return { wrong: `--format cannot be "${format}"${suggestion(format, Object.keys(FORMATS))}` };
    if (file === "") return { wrong: `--format ${format}= needs the name of a file` };
    destinations.push({ format, file });
  }
  if (destinations.every(({ file }) => file !== undefined) && (given.length > 0 ? out === undefined : true)) {
    destinations.push({ format: "text", file: out === "-" ? undefined : out });
    if (given.length === 0 && env.GITHUB_ACTIONS === "true") destinations.push({ format: "github", file: undefined });
  }
  const together = destinations.filter(({ file }) => file === undefined);
  if (together.length > 1 && together.some(({ format }) => !LINES.includes(format))) {
    return { wrong: `only one format can go to standard output: write --format ${together[0]?.format}=FILE` };
  }
  const files = destinations.flatMap(({ file }) => (file === undefined ? [] : [posix.normalize(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  return twice === undefined ? { destinations } : { wrong: `two formats would be written to "${twice}"` };
}

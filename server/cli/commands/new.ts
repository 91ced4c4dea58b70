import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type DocumentTemplate, templates } from "../../features/templates.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { writeResult } from "../files/write-result.ts";
import { EXIT, refuse } from "../world.ts";

const KINDS = [...new Set(templates.map(({ kind }) => kind))];

export const newDocument: Command = {
  usage: "[NAME] [options]",
  about: [
    "Begins a document from a template that is complete: it is checked without an error or a warning. Without a NAME the templates are listed.",
  ],
  options: [
    { name: "kind", value: "KIND", choices: KINDS, summary: "what to begin; an instrument by default" },
    OUT,
    { name: "force", summary: "replace a file that is there" },
    HELP,
  ],
  examples: [
    { says: "writes staff-survey.instrument.yaml", line: "new staff-survey" },
    { says: "a Delphi study", line: "new core-set --kind delphi" },
  ],
  run: (given, world) => {
    const [name, ...more] = given.operands;
    if (more.length > 0) return refuse(world, "new takes one name");
    if (name === undefined) {
      world.out.write(list(templates));
      return EXIT.fine;
    }
    const kind = given.text("kind") ?? "instrument";
    const template = templates.find((each) => each.kind === kind);
    const base = name.replace(/^.*[\\/]/, "").replace(/\.[a-z]+\.ya?ml$/i, "");
    const id = idOf(base);
    if (template === undefined || id === undefined) return refuse(world, `"${name}" gives no id: use letters, digits, - and _`);
    const folder = name.slice(0, name.length - name.replace(/^.*[\\/]/, "").length);
    const out = given.text("out") ?? `${folder}${base}.${kind}.yaml`;
    if (out !== "-" && !given.flag("force") && existsSync(resolve(world.cwd, out)))
      return refuse(world, `"${out}" is there already; --force replaces it`);
    const wrong = writeResult(template.text(id), out, world);
    if (wrong !== undefined) return refuse(world, wrong);
    if (out !== "-") world.err.write(`wrote ${out}; next: scalewright check ${out}\n`);
    return EXIT.fine;
  },
};

/** Ids of documents begin with a letter and hold small letters, digits, - and _. */
function idOf(name: string): string | undefined {
  const id = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^[^a-z]+|[-_]+$/g, "")
    .replace(/__+/g, "_")
    .slice(0, 32)
    .replace(/[-_]+$/, "");
  return id === "" ? undefined : id;
}

function list(all: readonly DocumentTemplate[]): string {
  const width = Math.max(...all.map(({ kind }) => kind.length));
  return all.map(({ kind, title, description }) => `${kind.padEnd(width)}  ${title}\n${" ".repeat(width)}  ${description}\n`).join("");
}

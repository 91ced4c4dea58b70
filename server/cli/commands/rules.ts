import { type Command, HELP, OUT } from "../command.ts";
import { writeResult } from "../files/write-result.ts";
import { paletteFor } from "../print/colour.ts";
import type { RuleInfo } from "../print/sarif.ts";
import { ruleInfos } from "../rule-infos.ts";
import { EXIT, refuse } from "../world.ts";

export const rules: Command = {
  usage: "[options]",
  about: ["Lists every finding with its severity, its category and what it means. Settings, --select and --ignore name either."],
  options: [{ name: "format", value: "NAME", choices: ["text", "json"], summary: "how they are printed" }, OUT, HELP],
  examples: [{ says: "all findings", line: "rules" }],
  run: (given, world) => {
    const infos = ruleInfos();
    const text = given.text("format") === "json" ? printJson(infos) : printTable(infos, paletteFor(world.out, world.env));
    const wrong = writeResult(text, given.text("out"), world);
    return wrong === undefined ? EXIT.fine : refuse(world, wrong);
  },
};

function printJson(infos: readonly RuleInfo[]): string {
  return `{"version":1,\n "rules":[${infos.map((info) => `\n  ${JSON.stringify(info)}`).join(",")}]}\n`;
}

function printTable(infos: readonly RuleInfo[], palette: ReturnType<typeof paletteFor>): string {
  const width = Math.max(0, ...infos.map(({ code }) => code.length));
  return infos
    .map(
      ({ code, severity, category = "", summary }) =>
        `${code.padEnd(width)}  ${palette[severity](severity.padEnd(7))}  ${category.padEnd(9)}  ${summary}\n`,
    )
    .join("");
}

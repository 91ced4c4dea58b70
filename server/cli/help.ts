import type { Command, OptionSpec } from "./command.ts";
import type { CommandEntry } from "./commands.ts";

const WIDTH = 96;

/** What `scalewright --help` prints. */
export function overview(commands: readonly CommandEntry[], version: string): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    `scalewright ${version}: survey instruments as code`,
    "",
    "Usage: scalewright COMMAND [FILE ...] [options]",
    "",
    "Commands:",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    "",
    'Options of a command: "scalewright COMMAND --help".',
    "Exit codes: 0 fine, 1 findings or a failing test, 2 wrong usage or unreadable input, 3 a fault of the tool; the same where a pipe stops reading.",
    "",
  ].join("\n");
}

/** What `scalewright COMMAND --help` prints, made from the command's table. */
export function commandHelp(name: string, command: Command): string {
  const lines = [`Usage: scalewright ${`${name} ${command.usage}`.trim()}`, ""];
  for (const paragraph of command.about) lines.push(...wrap(paragraph, WIDTH), "");
  if (command.options.length > 0) {
    const heads = command.options.map(head);
    const width = Math.min(34, Math.max(...heads.map((text) => text.length)));
    lines.push("Options:");
    command.options.forEach((option, index) => {
      const summary = wrap(describe(option), WIDTH - width - 4);
      const first = heads[index] ?? "";
      // A head too long for the column has a line of its own.
      if (first.length > width) lines.push(`  ${first}`, ...summary.map((line) => `${" ".repeat(width + 4)}${line}`));
      else lines.push(...summary.map((line, row) => `  ${(row === 0 ? first : "").padEnd(width)}  ${line}`));
    });
    lines.push("");
  }
  if (command.examples.length > 0) {
    lines.push("Examples:");
    for (const example of command.examples) lines.push(`  # ${example.says}`, `  scalewright ${example.line}`);
    lines.push("");
  }
  return lines.join("\n");
}

function head(option: OptionSpec): string {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  return `${short}--${option.name}${option.value === undefined ? "" : ` ${option.value}`}`;
}

function describe(option: OptionSpec): string {
  const choices = option.choices === undefined ? "" : ` (${option.choices.join(", ")})`;
  return `${option.summary}${choices}${option.repeat ? "; may be repeated" : ""}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

import { parseArguments } from "./arguments.ts";
import type { CommandEntry } from "./commands.ts";
import { nearest } from "./nearest.ts";
import { REPORT_TO, VERSION } from "./version.ts";
import { EXIT, refuse, type World } from "./world.ts";

/** Runs a command line that names one of these commands, and gives the exit code. Never throws: a fault of ours is reported and gives 3. */
export async function runOneOf(commands: readonly CommandEntry[], words: readonly string[], world: World): Promise<number> {
  try {
    return await dispatch(commands, words, world);
  } catch (fault) {
    const { abandonOutputs } = await import("./files/output-file.ts");
    abandonOutputs();
    return reportFault(fault, words, world);
  }
}

async function dispatch(commands: readonly CommandEntry[], words: readonly string[], world: World): Promise<number> {
  const [first, ...rest] = words;
  if (first === "--version" || first === "-V") {
    world.out.write(`${VERSION}\n`);
    return EXIT.fine;
  }
  if (first === undefined || first === "--help" || first === "-h" || first === "help")
    return await showHelp(commands, rest[0], first, world);
  const entry = commands.find((command) => command.name === first);
  if (entry === undefined) return refuseCommand(commands, first, world);
  const command = await entry.load();
  if (rest.includes("--help") || rest.includes("-h")) return await showHelp(commands, first, "help", world);
  const parsed = parseArguments(rest, command.options);
  if ("wrong" in parsed) return refuse(world, `${parsed.wrong}\nSee: scalewright ${first} --help`);
  return await command.run(parsed.given, world);
}

async function showHelp(
  commands: readonly CommandEntry[],
  name: string | undefined,
  asked: string | undefined,
  world: World,
): Promise<number> {
  const { overview, commandHelp } = await import("./help.ts");
  if (name === undefined) {
    // Without a command nothing was asked for, so the overview is an explanation of what is missing.
    if (asked === undefined) world.err.write(overview(commands, VERSION));
    else world.out.write(overview(commands, VERSION));
    return asked === undefined ? EXIT.usage : EXIT.fine;
  }
  const entry = commands.find((command) => command.name === name);
  if (entry === undefined) return refuseCommand(commands, name, world);
  world.out.write(commandHelp(name, await entry.load()));
  return EXIT.fine;
}

function refuseCommand(commands: readonly CommandEntry[], word: string, world: World): number {
  const near = nearest(
    word,
    commands.map((command) => command.name),
  );
  const looksLikeFile = /[./\\*]/.test(word);
  const hint = near !== undefined ? `; did you mean "${near}"?` : looksLikeFile ? `; did you mean "scalewright check ${word}"?` : "";
  return refuse(world, `there is no command "${word}"${hint}\nSee: scalewright --help`);
}

function reportFault(fault: unknown, words: readonly string[], world: World): number {
  const what = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  world.err.write(
    [
      "scalewright: this is a fault of the tool, not of your file.",
      `Please report it (${REPORT_TO}) with these lines:`,
      `  scalewright ${VERSION}, node ${process.version}, ${process.platform}`,
      `  command: ${words.join(" ")}`,
      ...what.split("\n").map((line) => `  ${line}`),
      "",
    ].join("\n"),
  );
  return EXIT.fault;
}

import { type Command, HELP } from "../command.ts";
import { refuse } from "../world.ts";

export const lsp: Command = {
  usage: "--stdio",
  about: ["Runs the language server for an editor. It speaks the Language Server Protocol over standard input and output."],
  options: [{ name: "stdio", summary: "speak over standard input and output" }, HELP],
  examples: [{ says: "what an editor is told to start", line: "lsp --stdio" }],
  run: async (given, world) => {
    if (!given.flag("stdio")) return refuse(world, "the language server is started by an editor: scalewright lsp --stdio");
    await import("../../lsp/main.ts");
    // The server ends the process itself, when its editor says so.
    return await new Promise<number>(() => undefined);
  },
};

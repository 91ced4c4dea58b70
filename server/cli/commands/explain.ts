import { PAGES } from "../../generated/pages.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { writeResult } from "../files/write-result.ts";
import { nearest } from "../nearest.ts";
import { EXIT, refuse } from "../world.ts";

export const explain: Command = {
  usage: "CODE ... [options]",
  about: ["Prints the page of a finding: what it is, why it matters, a bad and a good example, and what to do."],
  options: [OUT, HELP],
  examples: [{ says: "why a gap between bands is an error", line: "explain band-gap" }],
  run: (given, world) => {
    if (given.operands.length === 0) return refuse(world, 'the code of a finding is missing; "scalewright rules" lists them');
    const pages: string[] = [];
    for (const code of given.operands) {
      const page = PAGES[code];
      if (page === undefined) {
        const near = nearest(code, Object.keys(PAGES));
        return refuse(
          world,
          `there is no finding "${code}"${near === undefined ? '; "scalewright rules" lists them' : `; did you mean "${near}"?`}`,
        );
      }
      pages.push(page.trimEnd());
    }
    const wrong = writeResult(`${pages.join("\n\n")}\n`, given.text("out"), world);
    return wrong === undefined ? EXIT.fine : refuse(world, wrong);
  },
};

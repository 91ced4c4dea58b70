// Reading the text of an instrument with positions, in this process: Scalewright's segments against the whole document by the yaml package.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { bundled } from "./bundled.mjs";
import { median } from "./numbers.mjs";

const made = join(import.meta.dirname, "made");

export async function parse(size, rounds = 9) {
  const { read } = await bundled(
    "reader",
    `
      import { isBranch } from "./server/model/branches.ts";
      import { readFast } from "./server/syntax/fastReader.ts";
      import { segmentText } from "./server/syntax/segmentedText.ts";
      export function read(text) {
        let accepted = 0;
        let all = 0;
        for (const { kind, text: part } of segmentText(text, isBranch).segments) {
          if (kind !== "entry" && kind !== "branch") continue;
          all++;
          if (readFast(part)) accepted++;
        }
        return { accepted, all };
      }`,
  );
  const text = readFileSync(join(made, `inst-${size}.instrument.yaml`), "utf8");
  const [ours, theirs] = [[], []];
  for (let i = 0; i < rounds; i++) {
    ours.push(timed(() => read(text)));
    theirs.push(timed(() => parseDocument(text)));
  }
  const { accepted, all } = read(text);
  return { ours: median(ours), theirs: median(theirs), share: accepted / all, megabytes: text.length / 1e6 };
}

function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

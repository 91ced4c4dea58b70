import { groupCollector } from "../../scoring/group.ts";
import { printValue } from "../../scoring/printValue.ts";
import { csvRow } from "../data/csv-write.ts";
import { writeOutput } from "../files/output-file.ts";
import type { World } from "../world.ts";
import type { LoadedInstrument } from "./load-instrument.ts";
import type { Extra } from "./write-people.ts";

/** Collects people and writes the scores of their groups, the whole sample first, withheld values empty. */
export function groupFile({ compiled, errors }: LoadedInstrument, out: string, world: World): Extra {
  const collector = groupCollector(compiled);
  return {
    add: (person) => collector.add(person),
    finish: () => {
      const rows = collector.rows().filter(({ score }) => !errors.has(score));
      const cells = rows.map(({ score, by, group, n, value, suppressed }) => [
        score,
        by,
        group,
        String(n),
        suppressed ? "" : printValue(value),
      ]);
      return writeOutput(out, world.cwd, [["score", "by", "group", "n", "value"], ...cells].map(csvRow).join(""));
    },
  };
}

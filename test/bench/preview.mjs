// Making the preview on the server: the whole body of each mode, for an instrument that was just edited, and the size of a page to send round.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { instrument } from "./generate.mjs";
import { median, quantile } from "./numbers.mjs";

const root = join(import.meta.dirname, "..", "..");
const MODES = ["participant", "participant with an answer", "reviewer", "scores"];

/** Milliseconds of processor time for one body of each mode, by the number of items: what the reader of the preview waits for after the analysis. */
export async function preview(sizes = [340, 4000], rounds = 41) {
  const { analyse, Engine, viewOf, renderBody, renderPage } = await bundle();
  const found = sizes.map((size) => {
    const times = Object.fromEntries(MODES.map((mode) => [mode, []]));
    const first = {};
    const text = instrument(size, 7);
    const engine = new Engine(text);
    prove(engine.analysis);
    for (let round = 0; round < rounds; round++) {
      // One letter more in the wording of another item each time, as someone types it.
      const stem = text.indexOf("text: ", Math.floor((text.length / (rounds + 1)) * (round + 0.5))) + "text: ".length;
      engine.edit({ start: stem, end: stem }, "A");
      const { analysis } = engine;
      prove(analysis);
      const filled = new Map([[analysis.instrument.items.ids()[0], ["1"]]]);
      for (const mode of MODES) {
        const before = process.cpuUsage();
        renderBody(viewOf(analysis, mode.includes("answer") ? { filled } : {}), mode.split(" ")[0]);
        const { user, system } = process.cpuUsage(before);
        const time = (user + system) / 1000;
        first[mode] ??= time;
        times[mode].push(time);
      }
    }
    return {
      size,
      modes: MODES.map((mode) => ({ mode, first: first[mode], median: median(times[mode]), p95: quantile(times[mode], 0.95) })),
    };
  });
  const sample = readFileSync(join(root, "samples", "link-worker-retention.instrument.yaml"), "utf8");
  const page = Buffer.byteLength(renderPage(viewOf(analyse(sample))));
  return { found, page };
}

/** What is found and proved belongs to the analysis; only what changed is proved again. */
function prove(analysis) {
  void analysis.problems;
  for (const id of analysis.instrument.scores.ids()) {
    const range = analysis.possibleRange(id);
    void [range?.witness?.min, range?.witness?.max];
  }
}

async function bundle() {
  const built = join(import.meta.dirname, "made", "preview.cjs");
  await build({
    stdin: {
      contents: `
        export { analyse, Engine } from "./server/analysis/engine.ts";
        export { viewOf } from "./server/features/preview.ts";
        export { renderBody } from "./server/preview/body.ts";
        export { renderPage } from "./server/preview/page.ts";`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    minifySyntax: true,
    outfile: built,
    logLevel: "error",
  });
  return createRequire(import.meta.url)(built);
}

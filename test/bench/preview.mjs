// Making the preview on the server: the whole body of each mode, for an instrument that was just edited, and the size of a page to send round.
// node preview.mjs MODE SIZE ROUNDS prints the processor time of each body, in a program of its own, so that the first is the first.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { instrument } from "./generate.mjs";
import { median, quantile } from "./numbers.mjs";

const root = join(import.meta.dirname, "..", "..");
const built = join(import.meta.dirname, "made", "preview.cjs");
const MODES = ["participant", "participant with an answer", "reviewer", "scores", "flow"];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [mode, size, rounds] = process.argv.slice(2);
  console.log(JSON.stringify(await measure(mode, Number(size), Number(rounds))));
}

/** Milliseconds of processor time for one body of each mode, by the number of items: what the reader of the preview waits for after the analysis. */
export async function preview(sizes = [340, 4000]) {
  await bundle();
  const found = sizes.map((size) => ({
    size,
    modes: MODES.map((mode) => {
      const times = inItsOwnProgram(mode, size, size > 1000 ? 11 : 41);
      return { mode, first: times[0], median: median(times), p95: quantile(times, 0.95) };
    }),
  }));
  const { analyse, renderPage, viewOf } = createRequire(import.meta.url)(built);
  const sample = readFileSync(join(root, "samples", "link-worker-retention.instrument.yaml"), "utf8");
  return { found, page: Buffer.byteLength(renderPage(viewOf(analyse(sample)))) };
}

function inItsOwnProgram(mode, size, rounds) {
  const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), mode, size, rounds], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`the preview as ${mode} cannot be made`);
  return JSON.parse(stdout);
}

async function measure(shown, size, rounds) {
  const { Engine, layOut, renderBody, viewOf } = createRequire(import.meta.url)(built);
  const [mode] = shown.split(" ");
  const text = instrument(size, 7);
  const engine = new Engine(text);
  prove(engine.analysis, mode);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    // One letter more in the wording of another item each time, as someone types it.
    const stem = text.indexOf("text: ", Math.floor((text.length / (rounds + 1)) * (round + 0.5))) + "text: ".length;
    engine.edit({ start: stem, end: stem }, "A");
    const { analysis } = engine;
    prove(analysis, mode);
    const filled = shown.includes("answer") ? new Map([[analysis.instrument.items.ids()[0], ["1"]]]) : undefined;
    const before = process.cpuUsage();
    renderBody(viewOf(analysis, { mode, filled, layOut: mode === "flow" ? layOut : undefined }), mode);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times;
}

/** What is found and proved belongs to the analysis; only what changed is proved again. */
function prove(analysis, mode) {
  void analysis.problems;
  if (mode !== "scores") return;
  for (const id of analysis.instrument.scores.ids()) {
    const range = analysis.possibleRange(id);
    void [range?.witness?.min, range?.witness?.max, range?.step];
  }
}

function bundle() {
  return build({
    stdin: {
      contents: `
        export { analyse, Engine } from "./server/analysis/engine.ts";
        export { viewOf } from "./server/features/preview.ts";
        export { renderBody } from "./server/preview/body.ts";
        export { layOut } from "./server/preview/graph/layOut.ts";
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
}

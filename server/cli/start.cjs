#!/usr/bin/env node
// Starts a built program. V8's code for it is kept between runs, in the user's own folder for such things, which halves the time that a
// short check takes. A program that is built anew has another name there; Node's NODE_DISABLE_COMPILE_CACHE keeps it from being written.
const { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

// Put in by the build: which part, and what stands for everything that is in its programs.
const PART = "PART";
const BUILD = "BUILD";
/** A check has a program of its own, without all else. */
const PROGRAM = join(__dirname, PART, PART === "cli" && process.argv[2] === "check" ? "check.cjs" : "main.cjs");
/** A thread that scores runs the same code as the program that started it, which keeps it for both. */
const SCORING_THREAD = "--score-worker";
/** What has code of its own worth keeping: the server, and these commands. */
const USE = PART !== "cli" ? PART : process.argv[2] === SCORING_THREAD ? "score" : process.argv[2];
const KEPT = ["check", "score", "test", "lsp", "server"];
/** What an editor starts, which may end it at any moment: its code is kept when the first document is checked, as a rule. */
const LASTS = ["lsp", "server"];
const SOON = 2_000;
/**
 * A server lives long, and most of what it makes anew it keeps or drops at once: more room for new objects than V8 begins with would take memory
 * and no less time, and so little room is not worth waiting for several threads.
 */
const ROOM = ["--semi-space-growth-factor=1", "--no-parallel-scavenge"];
/**
 * Of what runs often V8 makes faster code, on other threads. A server does a little of much at a time: most of that code costs it more than it saves,
 * so that it is made ten times as late. V8 before 12 (Node 20) counts something else than later ones, and looks at how code is used only from its
 * ninth run on; an edit runs much of it a few times.
 */
const PACE =
  Number.parseInt(process.versions.v8, 10) < 12
    ? ["--ticks-before-optimization=30", "--max-bytecode-size-for-early-opt=0", "--interrupt-budget-factor-for-feedback-allocation=2"]
    : ["--invocation-count-for-turbofan=30000"];
/** Set before the code is read, which is of use only under the same flags. */
const FLAGS = [...ROOM, ...PACE];

start();

/** What this brings with it is more than a short check needs, and is loaded only for those that set flags. */
function setFlagsFromString(flags) {
  require("node:v8").setFlagsFromString(flags);
}

function start() {
  if (LASTS.includes(USE)) for (const flag of FLAGS) setFlagsFromString(flag);
  const cache = cacheFile();
  const kept = cache && readKept(cache);
  const script = new Script(readFileSync(PROGRAM, "latin1"), { filename: PROGRAM, cachedData: kept });
  if (cache && process.argv[2] !== SCORING_THREAD && (!kept || script.cachedDataRejected)) keepOnce(cache, script);
  const module = { exports: {} };
  // From then on the heap is collected when it has grown by this much of what is in use, instead of several times that.
  if (LASTS.includes(USE)) setTimeout(() => setFlagsFromString("--heap-growing-percent=50"), SOON + 1).unref();
  script.runInThisContext().call(module.exports, module.exports, createRequire(PROGRAM), module, PROGRAM, join(__dirname, PART));
}

/** Undefined where nothing is to be kept, or there is no folder that is the user's alone. */
function cacheFile() {
  const { env, platform, arch, versions } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE || !KEPT.includes(USE)) return undefined;
  const home = platform === "win32" ? env.LOCALAPPDATA : env.XDG_CACHE_HOME || (env.HOME && join(env.HOME, ".cache"));
  // An extension has a folder of its own for what it keeps.
  const folder = env.SCALEWRIGHT_KEPT || (home && join(home, "scalewright"));
  return folder ? join(folder, `${BUILD}-${versions.v8}-${arch}-${USE}`) : undefined;
}

/** What others may have written is never run. */
function readKept(file) {
  try {
    const { uid, mode } = statSync(file);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOwn ? readFileSync(file) : undefined;
  } catch {
    // Nothing is kept yet.
    return undefined;
  }
}

function keepOnce(cache, script) {
  // In a long run V8 would drop the code of what is done once, and the next short run lack it.
  if (!LASTS.includes(USE)) setFlagsFromString("--no-flush-bytecode");
  let isKept = false;
  const once = () => {
    if (!isKept) keep(cache, script);
    isKept = true;
  };
  process.once("exit", once);
  if (LASTS.includes(USE)) setTimeout(once, SOON).unref();
}

/** Written beside and renamed, so that no other run reads half of it. */
function keep(file, script) {
  const folder = join(file, "..");
  const draft = `${file}.${process.pid}`;
  // Code is of use only under the flags that it was made with.
  if (!LASTS.includes(USE)) setFlagsFromString("--flush-bytecode");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, script.createCachedData(), { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, file);
    forgetOld(folder);
  } catch {
    try {
      unlinkSync(draft);
    } catch {
      // It was never written: the next run starts as slowly as this one.
    }
  }
}

/** Programs that were not built anew for a month are not run any more, or are soon kept again. */
function forgetOld(folder) {
  const old = Date.now() - 30 * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) if (statSync(join(folder, name)).mtimeMs < old) unlinkSync(join(folder, name));
}

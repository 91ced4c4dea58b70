// Loaded before a server: its wait of DEBOUNCE_MS before it validates becomes none, so that work can be told from waiting.
const wait = Number(process.env.DEBOUNCE_MS);
const later = globalThis.setTimeout;
if (wait) globalThis.setTimeout = (work, ms, ...rest) => later(work, ms === wait ? 0 : ms, ...rest);

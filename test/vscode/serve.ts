import path from "node:path";
import { folders } from "./folders.ts";
import { startHost } from "./host.ts";
import { installExtension, packExtension } from "./packExtension.ts";
import { programOf } from "./program.ts";

// Opens a folder and a file of it in the VS Code server, with the packed extension, for someone who has no VS Code: node serve.ts FOLDER FILE
const [folder = ".", file] = process.argv.slice(2).map((name) => path.resolve(name));
const extensionsDir = installExtension("newest", await programOf("newest", false), packExtension());
const host = await startHost({ host: "newest", extensionsDir, development: false });
const payload = file === undefined ? [] : [["openFile", `vscode-remote://${host.authority}${file}`]];
const query = new URLSearchParams({ folder, payload: JSON.stringify([["skipWelcome", "true"], ...payload]) });
console.log(`\nVS Code with Scalewright, for a browser on this machine (Ctrl+C ends it):\nhttp://${host.authority}/?${query.toString()}`);
console.log(`What it keeps lies in ${folders.run} and in a temporary folder that goes with it.`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void host.close().then(() => process.exit(0)));
}

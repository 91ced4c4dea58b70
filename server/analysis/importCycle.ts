import type { Host } from "./analysis.ts";

/** Files that import or join each other in a circle, by their names: each reads the next one, and the last is the first again. */
export type Cycle = readonly string[];

/** The files that lead to a document, itself the last: those that `chain` holds, or the document alone where nothing has led to it. */
export function filesUpTo(host: Host, chain: readonly string[]): readonly string[] {
  const own = host.own?.slice(host.own.lastIndexOf("/") + 1);
  return chain.length > 0 || own === undefined ? chain : [host.nameOf?.(own) ?? own];
}

/** The circle that closes where the last of these files reads `name`. */
export function cycleTo(name: string, upTo: readonly string[]): Cycle | undefined {
  const from = upTo.indexOf(name);
  return from < 0 ? undefined : [...upTo.slice(from), name];
}

/** What is wrong with a path that leads into a circle, as the last of `upTo` sees it. */
export function inCircle(path: string, cycle: Cycle, upTo: readonly string[]): string {
  const own = upTo.at(-1);
  const files = new Set(cycle);
  if (own === undefined || !files.has(own))
    return `"${path}" cannot be read: it leads to files that read each other in a circle: ${drawn(cycle)}`;
  if (files.size === 1) return `"${path}" is this file itself`;
  const from = cycle.indexOf(own);
  return `"${path}" leads back to this file: ${drawn([...cycle.slice(from, -1), ...cycle.slice(0, from), own])}`;
}

/** Whether two circles go through the same files, wherever they begin. */
export function isSameCycle(a: Cycle, b: Cycle): boolean {
  const files = new Set(a);
  return files.size === new Set(b).size && b.every((name) => files.has(name));
}

/** The files from the folder that holds them all. */
function drawn(cycle: Cycle): string {
  const folders = cycle.map((name) => name.slice(0, name.lastIndexOf("/") + 1));
  let shared = folders[0] ?? "";
  while (!folders.every((folder) => folder.startsWith(shared))) shared = shared.slice(0, shared.lastIndexOf("/", shared.length - 2) + 1);
  return cycle.map((name) => inWords(name.slice(shared.length))).join(" -> ");
}

/** In the editor files are named by their URIs. */
function inWords(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    // A name that is no URI may hold a bare percent sign.
    return name;
  }
}

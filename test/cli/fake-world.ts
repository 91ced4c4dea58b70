import { bytesFrom } from "../../server/cli/data/csv-stream.ts";
import type { World } from "../../server/cli/world.ts";

export interface FakeWorld extends World {
  readonly shown: () => { readonly out: string; readonly err: string };
}

/** Surroundings for a command run inside a test: a folder, perhaps some input, and what was printed. */
export function fakeWorld(
  cwd: string,
  given: { readonly stdin?: string; readonly env?: World["env"]; readonly terminal?: boolean } = {},
): FakeWorld {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const sink = (chunks: Uint8Array[]) => ({
    isTerminal: given.terminal ?? false,
    isClosed: false,
    write: (data: string | Uint8Array) => void chunks.push(Buffer.from(data)),
  });
  return {
    cwd,
    env: given.env ?? {},
    stdin: async () => Buffer.from(given.stdin ?? ""),
    readStdin: bytesFrom(Buffer.from(given.stdin ?? "")),
    out: sink(out),
    err: sink(err),
    shown: () => ({ out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
  };
}

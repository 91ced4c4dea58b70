import type { Connection, WatchDog } from "vscode-languageserver";
import { processTransport } from "./processTransport.ts";
import { createConnection, createProtocolConnection, RAL } from "./protocol.ts";

/** How often it is looked whether the editor still runs. */
const EVERY = 3000;

/**
 * The connection of a server that is a process of its own, with whoever started it: by `--node-ipc`, or over standard input and output. The
 * same as `createConnection` of `vscode-languageserver/node`, without what that starts for sockets, keys and other programs: half of its time.
 */
export function processConnection(): Connection {
  RAL.install({ console, timer: TIMER } as unknown as RAL);
  let isShutDown = false;
  const end = () => process.exit(isShutDown ? 0 : 1);
  const { reader, writer } = processTransport(end);
  const watchDog: WatchDog = {
    initialize: ({ processId }) => {
      if (typeof processId === "number") setInterval(() => isRunning(processId) || end(), EVERY);
    },
    get shutdownReceived() {
      return isShutDown;
    },
    set shutdownReceived(is) {
      isShutDown = is;
    },
    exit: (code) => process.exit(code),
  };
  return createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);
}

/** What the library asks of where it runs, once messages are read and written without it. */
const TIMER = {
  setTimeout: (work: () => void, after: number) => {
    const handle = setTimeout(work, after);
    return { dispose: () => clearTimeout(handle) };
  },
  setImmediate: (work: () => void) => {
    const handle = setImmediate(work);
    return { dispose: () => clearImmediate(handle) };
  },
  setInterval: (work: () => void, after: number) => {
    const handle = setInterval(work, after);
    return { dispose: () => clearInterval(handle) };
  },
};

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    // There is no such process any more.
    return false;
  }
}

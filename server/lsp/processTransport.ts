import type { DataCallback, Message } from "vscode-languageserver";
import { FrameReader, framed } from "./frames.ts";
import { AbstractMessageReader, AbstractMessageWriter, Disposable } from "./protocol.ts";

export interface Transport {
  readonly reader: AbstractMessageReader;
  readonly writer: AbstractMessageWriter & { write(message: Message): Promise<void>; end(): void };
}

/** How this process and the one that started it exchange messages. `end` is called when that one is gone. */
export function processTransport(end: () => void): Transport {
  if (process.argv.includes("--node-ipc")) {
    process.on("disconnect", end);
    return { reader: new IpcReader(), writer: new IpcWriter() };
  }
  // What is written there is read as a message: anything else goes where editors keep the errors of their servers.
  for (const way of ["log", "info", "debug", "dir"] as const) console[way] = console.error;
  process.stdin.on("end", end).on("close", end);
  return { reader: new StdinReader(), writer: new StdoutWriter() };
}

class IpcReader extends AbstractMessageReader {
  listen(callback: DataCallback): Disposable {
    process.on("message", callback);
    return Disposable.create(() => process.off("message", callback));
  }
}

class IpcWriter extends AbstractMessageWriter {
  write(message: Message): Promise<void> {
    process.send?.(message, undefined, undefined, (error) => {
      if (error) this.fireError(error, message);
    });
    return Promise.resolve();
  }

  end(): void {
    // The channel ends with the process.
  }
}

class StdinReader extends AbstractMessageReader {
  listen(callback: DataCallback): Disposable {
    const frames = new FrameReader(
      (message) => callback(message as Message),
      (error) => this.fireError(error),
    );
    const take = (chunk: Buffer) => frames.take(chunk);
    process.stdin.on("data", take).on("error", (error) => this.fireError(error));
    return Disposable.create(() => process.stdin.off("data", take));
  }
}

class StdoutWriter extends AbstractMessageWriter {
  constructor() {
    super();
    process.stdout.on("error", (error) => this.fireError(error));
  }

  /** All of a message at once; the library writes its header and its text apart, and waits in between. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const frame = framed(message);
      process.stdout.cork();
      for (const piece of typeof frame === "string" ? [frame] : frame)
        process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
      process.stdout.uncork();
    });
  }

  end(): void {
    process.stdout.end();
  }
}

/** What the command line asks of its surroundings. Tests hand in one of their own; `main.ts` makes the real one. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** The next bytes of standard input, for data of any length; 0 at the end. */
  readonly readStdin: (into: Uint8Array) => number;
  readonly out: Sink;
  readonly err: Sink;
}

/** Standard output or standard error. Writing is synchronous, so that nothing is lost when the process ends. */
export interface Sink {
  write(data: string | Uint8Array): void;
  readonly isTerminal: boolean;
  /** Whether nobody reads it any more, as after `| head`: what is written then is lost, and that is no mistake. */
  readonly isClosed: boolean;
}

/** What the process says to whoever started it. */
export const EXIT = { fine: 0, findings: 1, usage: 2, fault: 3 } as const;

/** Says on standard error why nothing could be done; gives the exit code of a usage error or unreadable input. */
export function refuse(world: World, message: string): number {
  world.err.write(`scalewright: ${message}\n`);
  return EXIT.usage;
}

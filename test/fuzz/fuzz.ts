import { inputOf, type Target, targets } from "./targets.ts";

/** An input that failed, or took too long, by the number that makes it again. */
export interface Failure {
  readonly number: number;
  readonly target: string;
  readonly input: string;
  readonly why: string;
}

export interface Fuzzed {
  readonly counts: ReadonlyMap<string, number>;
  /** Milliseconds of the processor. */
  readonly spent: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
  /** The longest that an input took, in milliseconds. */
  readonly slowest: { readonly number: number; readonly milliseconds: number };
}

/** No input that a person could have typed may take longer, in milliseconds of the processor. */
const LONGEST = 1000;

/** Throws the inputs of these numbers at their targets; stops after so many failures. */
export async function fuzz(from: number, count: number, most = 10, progress?: (done: number) => void): Promise<Fuzzed> {
  const all = targets();
  const counts = new Map<string, number>();
  const spent = new Map<string, number>();
  const failures: Failure[] = [];
  let slowest = { number: from, milliseconds: 0 };
  try {
    for (let number = from; number < from + count && failures.length < most; number++) {
      const { target, input } = inputOf(all, number);
      counts.set(target.name, (counts.get(target.name) ?? 0) + 1);
      const fail = (why: string) => failures.push({ number, target: target.name, input: input.toString("latin1"), why });
      try {
        let took = await timed(target, input);
        // A pause of the machine, or of the memory being tidied up, is no fault of the input.
        for (let again = 0; again < 2 && took > LONGEST; again++) took = Math.min(took, await timed(target, input));
        if (took > LONGEST) fail(`it takes ${Math.round(took)} ms`);
        spent.set(target.name, (spent.get(target.name) ?? 0) + took);
        if (took > slowest.milliseconds) slowest = { number, milliseconds: took };
      } catch (fault) {
        fail(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
      }
      if ((number - from + 1) % 1000 !== 0) continue;
      progress?.(number - from + 1);
      // So that an interruption is heard.
      await new Promise((go) => setImmediate(go));
    }
  } finally {
    for (const target of all) target.close?.();
  }
  return { counts, spent, failures, slowest };
}

async function timed(target: Target, input: Buffer): Promise<number> {
  const before = process.cpuUsage();
  await target.take(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

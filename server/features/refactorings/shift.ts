import type { Response } from "../../model/instrument.ts";
import type { Exact } from "../../number/exact.ts";

/** Why something cannot be renumbered, in a sentence for the author. */
export class Unprovable {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** What is renumbered: every code is moved by the same number, those that mark a missing answer stay. */
export interface Shift {
  readonly response: Response;
  readonly by: Exact;
  /** Whether an item is answered on the response. */
  holds(item: string): boolean;
  /** The new code of an old one; a missing code is its own. */
  moved(code: Exact): Exact;
}

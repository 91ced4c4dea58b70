import type { Stop } from "../model/delphi.ts";
import type { Decision } from "./decideStatement.ts";

/** What is known of each statement of a round when the study asks whether to end. */
export interface Standing {
  readonly decision: Decision | undefined;
  /** Undefined where stability cannot be said. */
  readonly stable: boolean | undefined;
}

/** Whether the study ends after a round; undefined where that depends on what cannot be said. */
export function isStopped(stop: Stop, round: number, statements: readonly Standing[]): boolean | undefined {
  switch (stop.kind) {
    case "rounds":
      return round >= stop.rounds;
    case "all_items":
      return every(statements.map((one) => isInState(stop.states, one)));
    default: {
      const parts = stop.conditions.map((one) => isStopped(one, round, statements));
      if (stop.kind === "all") return every(parts);
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
    }
  }
}

function isInState(states: readonly string[], { decision, stable }: Standing): boolean | undefined {
  if (decision !== undefined && states.includes(decision)) return true;
  return states.includes("stable") ? stable : false;
}

function every(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

import type { Checklist } from "./checklist.ts";
import { accord } from "./lists/accord.ts";
import { cherries } from "./lists/cherries.ts";
import { coreq } from "./lists/coreq.ts";
import { cosStad } from "./lists/cosStad.ts";
import { credes } from "./lists/credes.ts";

/** The checklists that documents can be held against. */
export const CHECKLISTS: readonly Checklist[] = [accord, credes, cosStad, coreq, cherries];

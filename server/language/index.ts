import { ar } from "./ar.ts";
import { cy } from "./cy.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { FormWords } from "./formWords.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

/** The languages in which forms have the tool's own words. */
export const FORM_LANGUAGES: ReadonlyMap<string, FormWords> = new Map(Object.entries({ ar, cy, de, en, es, fr, it, nl, pt }));

import duplicateId from "./duplicate-id.ts";
import type { Rule } from "./rule.ts";
import undefinedName from "./undefined-name.ts";
import unusedResponse from "./unused-response.ts";

/** Every rule that asks about a part of an instrument, in alphabetical order. Adding one is a file, its page and a line here. */
export const rules: readonly Rule[] = [duplicateId, undefinedName, unusedResponse] as readonly unknown[] as readonly Rule[];

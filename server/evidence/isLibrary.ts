import type { Context } from "../rules/rule.ts";

/** Whether the document is a library, whose parts are used by other documents. */
export const isLibrary = (context: Context): boolean =>
  context.derive("library", ({ parts }) => parts().find((part) => part.kind === "metadata")?.id === "library");

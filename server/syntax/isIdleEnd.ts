import type { Segment } from "./segment.ts";

/** Whether a segment is an end mark `...` behind which nothing is written but comments: it ends the document and holds back nothing. */
export function isIdleEnd({ kind, text }: Segment): boolean {
  if (kind !== "rest" || !text.startsWith("...")) return false;
  const [, ...more] = text.split("\n");
  return more.every((line) => line.trim() === "" || line.trimStart().startsWith("#") || line.trim() === "...");
}

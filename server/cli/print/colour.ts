import type { Sink, World } from "../world.ts";

/** Paints text for a terminal, or leaves it as it is. */
export interface Palette {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

/** Colours only on a terminal, and never where `NO_COLOR` says so (no-color.org). */
export function paletteFor(sink: Sink, env: World["env"]): Palette {
  const coloured = (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb" && sink.isTerminal;
  return coloured ? COLOURED : PLAIN;
}

export const PLAIN: Palette = { error: same, warning: same, info: same, bold: same, dim: same };

const COLOURED: Palette = {
  error: (text) => `\u001b[1;31m${text}\u001b[0m`,
  warning: (text) => `\u001b[1;33m${text}\u001b[0m`,
  info: (text) => `\u001b[1;36m${text}\u001b[0m`,
  bold: (text) => `\u001b[1m${text}\u001b[0m`,
  dim: (text) => `\u001b[2m${text}\u001b[0m`,
};

function same(text: string): string {
  return text;
}

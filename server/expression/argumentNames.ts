/** Every named argument that some function takes: it tells `need=4` from a comparison written with one `=`. The function table is tested against it. */
export const ARGUMENT_NAMES: ReadonlySet<string> = new Set(["need", "to", "mode", "quantile"]);

/**
 * Keeps the heap small while this many documents are checked, one after the other. What one leaves behind is garbage before the next is through,
 * but Node lets it pile up to several times what is in use. What it gives is called before each document; for a few of them it does nothing.
 */
export function keepHeapSmall(documents: number): () => void {
  if (documents < MANY) return () => undefined;
  // Loaded only here, as it brings with it more than the check of a few documents needs.
  const { getHeapSpaceStatistics, setFlagsFromString } = process.getBuiltinModule("node:v8");
  // The heap is collected when it has grown by this much of what is in use, instead of several times that.
  setFlagsFromString(`--heap-growing-percent=${MOST_GROWTH}`);
  // V8's code is kept at the end, and is of use only to a run with the same flags: one that has set none yet.
  process.prependOnceListener("exit", () => {
    for (const flag of AS_NODE_SETS) setFlagsFromString(flag);
  });
  let isKept = false;
  return () => {
    if (isKept) return;
    // New objects have room enough for a document: more room would only be filled with what is done with.
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    isKept = young === undefined || young.space_size >= YOUNG_ENOUGH;
    if (isKept) setFlagsFromString("--semi-space-growth-factor=1");
  };
}

const AS_NODE_SETS = ["--heap-growing-percent=0", "--semi-space-growth-factor=2"];
const MANY = 30;
const MOST_GROWTH = 50;
const YOUNG_ENOUGH = 4 * 1024 * 1024;

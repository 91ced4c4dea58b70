import { type KeyedItem, keyOfScore } from "../evidence/keyOfScore.ts";
import { KNOWN_INSTRUMENTS, type KnownInstrument, type KnownScale } from "../evidence/knownInstruments.ts";
import type { Score } from "../model/instrument.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/**
 * Items are told by their ids. A short form, a score of part of a scale or of several scales, and codes that all run the other way are no other
 * key.
 */
export default rule({
  code: "altered-instrument",
  severity: "warning",
  summary: "An instrument is based on a known one and has another key.",
  looksAt: "metadata",
  *check({ value: metadata }, context) {
    const { basedOn } = metadata;
    const known = basedOn && KNOWN_INSTRUMENTS.find(({ id }) => plain(id) === plain(basedOn.instrument));
    if (!known) return;
    for (const score of context.instrument.scores.values()) {
      const key = keyOfScore(context.instrument, score);
      const found = key && compared(score, key, known, context);
      if (found) yield found;
    }
  },
});

/** `PHQ-9` and `phq9`, `hse_1` and `hse_01` are the same. */
const plain = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
const plainItem = (id: string): string => id.toLowerCase().replace(/(?<!\d)0+(?=\d)/g, "");

interface PublishedItem {
  readonly id: string;
  readonly down: boolean;
}

const readScale = ({ items }: KnownScale): readonly PublishedItem[] =>
  items.split(" ").map((item) => ({ id: plainItem(item.replace("-", "")), down: item.startsWith("-") }));

function compared(score: Score, key: readonly KeyedItem[], known: KnownInstrument, context: Context): Finding | undefined {
  const own = new Map(key.map((item) => [plainItem(item.id), item]));
  const scales = known.scales.map((scale) => ({ name: scale.name, items: readScale(scale) }));
  const best = scales
    .map((scale) => ({ ...scale, shared: scale.items.filter(({ id }) => own.has(id)) }))
    .sort((a, b) => b.shared.length - a.shared.length || a.items.length - b.items.length)[0];
  if (!best || best.shared.length < 2 || best.shared.length * 2 < own.size) return undefined;
  const joined = new Set(
    scales.filter(({ items }) => items.every(({ id }) => own.has(id))).flatMap(({ items }) => items.map(({ id }) => id)),
  );
  const inBest = new Set(best.items.map(({ id }) => id));
  const foreign = [...own].filter(
    ([id]) => !inBest.has(id) && !joined.has(id) && scales.some(({ items }) => items.some((item) => item.id === id)),
  );
  const [stray] = foreign;
  if (stray && foreign.length * 2 < own.size) {
    const home = scales.find(({ items }) => items.some(({ id }) => id === stray[0]));
    return told(
      score,
      [stray[1]],
      `"${stray[1].id}" belongs to "${home?.name}" in the published key of ${known.title}, not to "${best.name}"`,
      context,
    );
  }
  const others = best.shared.filter(({ id, down }) => own.get(id)?.down !== down);
  if (others.length === 0 || others.length === best.shared.length) return undefined;
  const items = others.flatMap(({ id }) => own.get(id) ?? []);
  const published = new Set(others.map(({ down }) => down));
  const names = items.map(({ id }) => `"${id}"`).join(", ");
  const [only] = published;
  const message =
    published.size === 1
      ? `${names} ${items.length > 1 ? "are" : "is"} ${only ? "reversed" : "not reversed"} in the published key of ${known.title}, and ${only ? "not " : ""}here`
      : `${names} run the other way in the published key of ${known.title}`;
  return told(score, items, message, context);
}

function told(score: Score, items: readonly KeyedItem[], message: string, { at }: Context): Finding {
  const places = new Set(items.map(({ place }) => place));
  const [first] = items;
  const entry = places.size === 1 && first ? score.entries?.[first.place] : undefined;
  return { at: entry ? at.whole(entry) : at.value(score, "entries"), message };
}

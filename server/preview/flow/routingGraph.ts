import type { Item, Section } from "../../model/instrument.ts";
import type { Context } from "../context.ts";
import type { Edge, Graph, Node } from "../graph/graph.ts";
import type { SectionOutline } from "../outline.ts";
import type { Reached } from "../view.ts";
import { plainWording } from "../wording.ts";
import { countOf, idsOf, type Stretch, stretchesOf } from "./stretches.ts";

/** An arrow that is still to find the node that it leads to. */
type Loose = Omit<Edge, "to">;

/** The way through an instrument: what is asked one after the other, what decides on it, and where it ends. */
export function routingGraph(context: Context, outline: readonly SectionOutline[]): Graph {
  const nodes: Node[] = [{ id: "start", shape: "end", title: "Start" }];
  const edges: Edge[] = [];
  let loose: readonly Loose[] = [{ from: "start" }];
  const dead = new Set<string>();

  const enter = (node: Node) => {
    if (node.dead) dead.add(node.id);
    nodes.push(node);
    edges.push(...loose.map((edge) => ({ ...edge, to: node.id, dead: edge.dead === true || dead.has(edge.from) || node.dead === true })));
    loose = [{ from: node.id }];
  };

  /** Asks a condition; what it leads to is added by `inside`, and goes on together with those who are led around it. */
  const decide = (thing: Item | Section, id: string, around: boolean, inside: (dead: boolean) => void) => {
    const { when } = thing;
    if (when === undefined) {
      inside(around);
      return;
    }
    const { never, always } = reachOf(context, thing);
    enter({
      id: `if-${id}`,
      shape: "decision",
      title: `${context.inWords(when)}?`,
      detail: always ? "always" : never ? "never" : undefined,
      dead: around,
      place: context.locate?.(thing, "when"),
    });
    loose = [{ from: `if-${id}`, label: "yes", dead: never }];
    inside(around || never);
    loose = [...loose, { from: `if-${id}`, label: "no", dead: always }];
  };

  const addStretch = (stretch: Stretch, section: Section, id: string, around: boolean) => {
    const [item] = stretch.items;
    decide(item, item.id, around, (isDead) =>
      enter({
        id,
        shape: "box",
        title: titleOf(context, stretch, section),
        detail: `${idsOf(stretch)}${stretch.items.length > 2 ? `, ${countOf(stretch).replace(" ", NO_BREAK)}` : ""}`,
        dead: isDead || reachOf(context, item).never,
        place: placeOf(context, stretch),
      }),
    );
  };

  const addSection = (one: SectionOutline, around: boolean) => {
    const { section, items, nested } = one;
    decide(section, `section-${section.id}`, around, (isDead) => {
      const below = () => {
        for (const part of nested) addSection(part, isDead);
      };
      if (one.nestedFirst) below();
      for (const [index, stretch] of stretchesOf(items).entries())
        addStretch(stretch, section, index === 0 ? `section-${section.id}` : `item-${stretch.items[0].id}`, isDead);
      if (!one.nestedFirst) below();
      if (items.length + nested.length === 0)
        enter({
          id: `section-${section.id}`,
          shape: "box",
          title: nameOf(context, section),
          detail: "no items",
          dead: isDead,
          place: context.locate?.(section),
        });
      if (section.screenOut !== undefined) addEnd(section, isDead);
    });
  };

  const addEnd = (section: Section, isDead: boolean) => {
    if (section.screenOut === undefined) return;
    const never = context.endsAt?.(section)?.never === true;
    const place = context.locate?.(section, "screenOut");
    enter({
      id: `ends-${section.id}`,
      shape: "decision",
      title: `${context.inWords(section.screenOut)}?`,
      detail: never ? "never" : undefined,
      dead: isDead,
      place,
    });
    nodes.push({ id: `out-${section.id}`, shape: "end", title: "Ends here", detail: "screened out", dead: isDead || never, place });
    edges.push({ from: `ends-${section.id}`, to: `out-${section.id}`, label: "yes", dead: isDead || never });
    loose = [{ from: `ends-${section.id}`, label: "no" }];
  };

  for (const one of outline) addSection(one, false);
  enter({ id: "end", shape: "end", title: "End" });
  return { nodes, edges };
}

const NO_BREAK = "\u00a0";

/** What is known of a thing; nothing where nothing was looked for. */
export function reachOf(context: Context, thing: Item | Section): Reached {
  return context.reach?.(thing) ?? { never: false, always: false };
}

export function nameOf(context: Context, section: Section): string {
  return plainWording(context, section.title) || section.id;
}

/** A routed item is named by its own words, others by those of their section. */
function titleOf(context: Context, { items, when }: Stretch, section: Section): string {
  return (when === undefined || items.length > 1 ? undefined : plainWording(context, items[0].stem)) || nameOf(context, section);
}

/** From the first item of a stretch to its last. Items of a library stand in another file. */
function placeOf(context: Context, { items }: Stretch): Node["place"] {
  const [first, last] = [context.locate?.(items[0]), context.locate?.(items.at(-1) ?? items[0])];
  return first === undefined || last === undefined || last.end < first.start ? first : { start: first.start, end: last.end };
}

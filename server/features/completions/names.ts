import type { Analysis } from "../../analysis/analysis.ts";
import type { Reference } from "../../model/keys.ts";
import type { Add, Completion } from "./completion.ts";

/** The things that a name may stand for, each with its text beside it. `after`: the first end of a span, behind which its last must stand. */
export function namesFor(analysis: Analysis, references: readonly Reference[], add: Add, after?: string): readonly Completion[] {
  const { instrument } = analysis;
  const found: Completion[] = [];
  const seen = new Set<string>();
  const push = (id: string, more: Partial<Completion> & Pick<Completion, "kind">) => {
    if (!seen.has(id)) found.push(add(id, more));
    seen.add(id);
  };
  const from = (space: { indexOf(id: string): number }) => (after === undefined ? 0 : space.indexOf(after) + 1);
  const ids = <T>(
    space: { ids(): readonly string[]; values(): readonly T[]; indexOf(id: string): number },
    use: (id: string, value: T) => void,
  ) => {
    const start = from(space);
    if (after !== undefined && start === 0) return;
    const values = space.values();
    for (const [i, id] of space.ids().entries()) if (i >= start) use(id, values[i] as T);
  };
  for (const reference of references) {
    if (reference === "item" || reference === "span")
      ids(instrument.items, (id, item) => push(id, { kind: "item", detail: item.stem?.own ?? "" }));
    if (reference === "score" || reference === "score-property")
      ids(instrument.scores, (id, score) => push(id, { kind: "score", detail: score.label?.own ?? "" }));
    if (reference === "score-property")
      for (const score of instrument.scores.values())
        for (const [name, detail] of propertiesOf(score)) push(`${score.id}.${name}`, { kind: "name", detail });
    if (reference === "response")
      ids(instrument.responses, (id, response) =>
        push(id, { kind: "response", detail: response.options.map((option) => option.label?.own ?? option.code).join(" · ") }),
      );
    if (reference === "recode") for (const id of instrument.recodes.ids()) push(id, { kind: "name", detail: "recode" });
    if (reference === "table") for (const id of instrument.tables.ids()) push(id, { kind: "name", detail: "table" });
    if (reference === "section")
      for (const section of instrument.sections.values()) push(section.id, { kind: "name", detail: section.title?.own ?? "" });
  }
  return found;
}

/** The sections of libraries, as a section includes them. */
export const sectionsToInclude = ({ libraries }: Analysis, add: Add): readonly Completion[] =>
  libraries.flatMap(({ alias, analysis }) =>
    analysis.instrument.sections
      .values()
      .map((section) => add(`${alias}.${section.id}`, { kind: "name", detail: section.title?.own ?? `of ${alias}` })),
  );

type Score = Analysis["instrument"]["scores"] extends { get(id: string): infer S } ? NonNullable<S> : never;

function propertiesOf(score: Score): readonly (readonly [name: string, detail: string])[] {
  return [
    ...(score.bands ? [["band", "the band it falls in"] as const] : []),
    ...[...score.bandSets.keys()].map((name) => [name, "the band it falls in"] as const),
    ...score.cutOffs.map(({ name }) => [name, "whether the cut-off is reached"] as const),
  ];
}

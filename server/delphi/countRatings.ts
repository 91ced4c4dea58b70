import { type Delphi, ratingResponse } from "../model/delphi.ts";
import { averageMajority } from "./apmo.ts";
import { POOLED, type StatementRatings } from "./decideStatement.ts";
import { kendallW } from "./kendallW.ts";
import type { Across } from "./measure.ts";
import { type RatingScale, ratingScale } from "./ratingScale.ts";
import { BLANK, type Ratings, type RoundRatings } from "./ratings.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** The counts of one round. */
export interface RoundCounts {
  readonly statements: ReadonlyMap<string, StatementRatings>;
  /** What is measured over all statements, in one group or in all. */
  across(scope: string): Across;
}

/** The scale that a statement is rated on in a round. */
export function scaleIn(study: Delphi, id: string, round: number): RatingScale | undefined {
  const statement = study.statements.get(id);
  const response =
    statement &&
    ratingResponse(
      study,
      statement,
      study.rounds.find(({ number }) => number === round),
    );
  return response && ratingScale(response);
}

/** Counts the ratings of one round; statements that the study does not know, or without a scale, are left out. */
export function countRatings(study: Delphi, ratings: Ratings, round: number): RoundCounts {
  const data = ratings.rounds.get(round);
  const statements = new Map<string, StatementRatings>();
  if (!data) return { statements, across: () => NOTHING };
  const invited = countPeople(ratings, data.invited, data.invited);
  const returned = countPeople(ratings, data.invited, data.returned);
  for (const id of study.statements.ids()) {
    const given = data.statements.get(id);
    const scale = given && scaleIn(study, id, round);
    if (given && scale) statements.set(id, countStatement(ratings, scale, given, { invited, returned }));
  }
  return { statements, across: acrossOf(statements, ratings, data) };
}

interface People {
  readonly groups: readonly number[];
  readonly pooled: number;
}

function countPeople({ groups, panellists }: Ratings, among: Uint8Array, flags: Uint8Array): People {
  const counts = groups.map(() => 0);
  let pooled = 0;
  for (const [p, { group }] of panellists.entries()) {
    if (!among[p] || !flags[p]) continue;
    pooled++;
    if (group >= 0) counts[group] = (counts[group] ?? 0) + 1;
  }
  return { groups: counts, pooled };
}

function countStatement(
  { groups, panellists }: Ratings,
  scale: RatingScale,
  given: Int16Array,
  { invited, returned }: { readonly invited: People; readonly returned: People },
): StatementRatings {
  const width = scale.points.length + scale.unable.length;
  const counts = new Int32Array(width * (groups.length + 1));
  for (let p = 0; p < panellists.length; p++) {
    const place = given[p] ?? BLANK;
    if (place === BLANK) continue;
    const at = ((panellists[p]?.group ?? -1) + 1) * width + place;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  // The first row counts those of no known group; all rows together are the panel.
  const row = (g: number) => Array.from(counts.subarray((g + 1) * width, (g + 2) * width));
  const all = Array.from({ length: width }, (_, place) => {
    let sum = 0;
    for (let at = place; at < counts.length; at += width) sum += counts[at] ?? 0;
    return sum;
  });
  return {
    scale,
    groups: new Map(
      groups.map((id, g) => [id, tallyOf(scale, row(g), { invited: invited.groups[g] ?? 0, returned: returned.groups[g] ?? 0 })]),
    ),
    pooled: tallyOf(scale, all, { invited: invited.pooled, returned: returned.pooled }),
  };
}

export const NOTHING: Across = { kendallW: () => undefined, apmo: () => undefined };

/** `data`: the ratings of each panellist, which Kendall's W needs; counts alone do not tell who gave them. */
export function acrossOf(statements: ReadonlyMap<string, StatementRatings>, ratings?: Ratings, data?: RoundRatings): RoundCounts["across"] {
  const kept = new Map<string, Across>();
  return (scope) => {
    const known = kept.get(scope);
    if (known) return known;
    const made: Across = {
      kendallW: once(() => ratings && data && kendallW(completeRows(statements, ratings, data, scope))),
      apmo: once(() =>
        averageMajority(
          [...statements.values()].flatMap(({ scale, groups, pooled }) => {
            const tally: Tally | undefined = scope === POOLED ? pooled : groups.get(scope);
            return tally ? [{ scale, tally }] : [];
          }),
        ),
      ),
    };
    kept.set(scope, made);
    return made;
  };
}

/** The ratings of those who rated every statement. */
function completeRows(
  statements: ReadonlyMap<string, StatementRatings>,
  { groups, panellists }: Ratings,
  data: RoundRatings,
  scope: string,
): readonly number[][] {
  const asked = [...statements].map(([id, { scale }]) => ({ given: data.statements.get(id), points: scale.points.length }));
  const wanted = groups.indexOf(scope);
  const rows: number[][] = [];
  for (const [p, { group }] of panellists.entries()) {
    if (scope !== POOLED && group !== wanted) continue;
    const row = asked.map(({ given, points }) => {
      const place = given?.[p] ?? BLANK;
      return place < points ? place : BLANK;
    });
    if (!row.includes(BLANK)) rows.push(row);
  }
  return rows;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

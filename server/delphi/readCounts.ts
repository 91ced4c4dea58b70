import type { Delphi } from "../model/delphi.ts";
import { acrossOf, type RoundCounts, scaleIn } from "./countRatings.ts";
import type { StatementRatings } from "./decideStatement.ts";
import { lastRound } from "./decideStudy.ts";
import { codeReader } from "./ratingScale.ts";
import { columnNamed, groupsIn, idFinder, type RatingsFinding, type RatingsTable } from "./ratingsTable.ts";
import { unknownGroup } from "./readPanel.ts";
import { type Tally, tallyOf } from "./tally.ts";

export interface ReadCounts {
  readonly counts: ReadonlyMap<number, RoundCounts>;
  readonly groups: readonly string[];
  readonly findings: readonly RatingsFinding[];
}

/**
 * Reads how many gave each code: `statement,group,code,n`, with `round` where there are several; without one they are of the last round that
 * decisions are made after. An empty code counts those who returned the round without rating, `NR` those who did not return it.
 */
export function readCounts(study: Delphi, table: RatingsTable): ReadCounts | { readonly wrong: string } {
  const column = {
    statement: columnNamed(table, "statement", "item"),
    group: columnNamed(table, "group"),
    code: columnNamed(table, "code", "rating"),
    n: columnNamed(table, "n"),
  };
  const round = columnNamed(table, "round");
  for (const [name, place] of Object.entries(column))
    if (place < 0 && name !== "group") return { wrong: `missing-column: the counts have no column "${name}"` };
  const groups = groupsIn(study, [table]);
  if (column.group < 0 && groups.length > 1)
    return { wrong: `missing-column: the counts have no column "group", and the study has ${groups.length} groups` };
  const findings: RatingsFinding[] = [];
  const report = (code: string, message: string, row: number, name: string) =>
    findings.push({ code, severity: "error", message, row, column: name });
  const statementOf = idFinder(study.statements.ids());
  const groupOf = idFinder(groups);
  const usual = Math.max(...(study.decideAfter ?? []), 0) || lastRound(study);
  const cells = new Map<number, Map<string, Map<string, Cell>>>();
  const seen = new Set<string>();
  for (const [row, values] of table.rows.entries()) {
    const text = (place: number) => (place < 0 ? "" : (values[place]?.trim() ?? ""));
    const number = round < 0 ? usual : Number(text(round));
    const id = statementOf(text(column.statement));
    const group = column.group < 0 ? (groups[0] ?? "") : groupOf(text(column.group));
    const n = text(column.n);
    if (id === undefined) report("unknown-statement", `no statement is called "${text(column.statement)}"`, row, "statement");
    else if (group === undefined) report("unknown-group", unknownGroup(text(column.group), groups), row, "group");
    else if (!/^\d{1,9}$/.test(n)) report("rating-outside-response", `"${n}" is no number of panellists`, row, "n");
    else {
      const scale = scaleIn(study, id, number);
      const code = text(column.code);
      const place = code === "" || code === "NR" ? undefined : scale && codeReader(scale)(code);
      if (!scale || (place === undefined && code !== "" && code !== "NR")) {
        report("rating-outside-response", `"${code}" is no rating of "${id}"`, row, "code");
        continue;
      }
      const key = `${number} ${id} ${group} ${place ?? code}`;
      if (seen.has(key)) report("rating-repeated", `"${id}" has a count of this code already: the first counts`, row, "code");
      else {
        seen.add(key);
        const cell = cellOf(cells, number, id, group);
        if (place !== undefined) cell.counts[place] = Number(n);
        else if (code === "") cell.blank = Number(n);
        else cell.absent = Number(n);
      }
    }
  }
  return { counts: roundsOf(study, cells, groups), groups, findings };
}

interface Cell {
  readonly counts: number[];
  blank: number;
  absent: number;
}

function cellOf(rounds: Map<number, Map<string, Map<string, Cell>>>, round: number, id: string, group: string): Cell {
  const statements = rounds.get(round) ?? new Map<string, Map<string, Cell>>();
  rounds.set(round, statements);
  const groups = statements.get(id) ?? new Map<string, Cell>();
  statements.set(id, groups);
  const cell = groups.get(group) ?? { counts: [], blank: 0, absent: 0 };
  groups.set(group, cell);
  return cell;
}

function roundsOf(study: Delphi, cells: ReadonlyMap<number, ReadonlyMap<string, ReadonlyMap<string, Cell>>>, groups: readonly string[]) {
  const rounds = new Map<number, RoundCounts>();
  for (const [round, written] of [...cells].sort(([a], [b]) => a - b)) {
    const statements = new Map<string, StatementRatings>();
    for (const id of study.statements.ids()) {
      const of = written.get(id);
      const scale = of && scaleIn(study, id, round);
      if (!of || !scale) continue;
      const width = scale.points.length + scale.unable.length;
      const tally = (some: readonly Cell[]): Tally => {
        const counts = Array.from({ length: width }, (_, place) => sum(some.map((cell) => cell.counts[place] ?? 0)));
        const returned = sum(counts) + sum(some.map(({ blank }) => blank));
        return tallyOf(scale, counts, { returned, invited: returned + sum(some.map(({ absent }) => absent)) });
      };
      const ofGroup = (group: string) => of.get(group) ?? { counts: [], blank: 0, absent: 0 };
      statements.set(id, {
        scale,
        groups: new Map(groups.map((group) => [group, tally([ofGroup(group)])])),
        pooled: tally([...of.values()]),
      });
    }
    rounds.set(round, { statements, across: acrossOf(statements) });
  }
  return rounds;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

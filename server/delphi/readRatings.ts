import type { Delphi } from "../model/delphi.ts";
import { scaleIn } from "./countRatings.ts";
import { codeReader } from "./ratingScale.ts";
import { BLANK, type Panellist, type Ratings, type RoundRatings } from "./ratings.ts";
import { columnNamed, groupsIn, idFinder, type RatingsFinding, type RatingsTable } from "./ratingsTable.ts";
import { readPanel, twoGroups, unknownGroup } from "./readPanel.ts";

export interface ReadRatings {
  readonly ratings: Ratings;
  readonly findings: readonly RatingsFinding[];
}

/** Stands in the place of a rating where the panellist did not return the round. */
const NOT_RETURNED = "NR";

/**
 * Reads ratings, one a row (`round,panellist,group,statement,rating`) or a column a statement (`round,panellist,group,…`). An empty rating, and a
 * missing row of a panellist who has any row in the round, is returned and not rated.
 */
export function readRatings(study: Delphi, table: RatingsTable, panel?: RatingsTable): ReadRatings | { readonly wrong: string } {
  const column = {
    round: columnNamed(table, "round"),
    panellist: columnNamed(table, "panellist"),
    group: columnNamed(table, "group"),
    statement: columnNamed(table, "statement", "item"),
    rating: columnNamed(table, "rating"),
  };
  const isLong = column.statement >= 0;
  if (column.panellist < 0) return { wrong: `missing-column: the ratings have no column "panellist"` };
  if (isLong && column.rating < 0) return { wrong: `missing-column: the ratings have no column "rating"` };
  const only = study.rounds.length === 1 ? study.rounds[0]?.number : undefined;
  if (column.round < 0 && only === undefined) return { wrong: `missing-column: the ratings have no column "round"` };
  const groups = groupsIn(study, [table, panel]);
  if (column.group < 0 && groups.length > 1 && !panel)
    return { wrong: `missing-column: the ratings have no column "group", and the study has ${groups.length} groups` };
  const members = panel ? readPanel(study, panel, groups) : undefined;
  if (members?.wrong !== undefined) return { wrong: members.wrong };

  const findings: RatingsFinding[] = [...(members?.findings ?? [])];
  const report = (code: string, message: string, row?: number, name?: string, severity: RatingsFinding["severity"] = "error") =>
    findings.push({ code, severity, message, row, column: name });
  const people = new People(groups, study.panel.membership === "primary_of_many", report);
  for (const { id, group } of members?.members ?? []) people.add(id, group);

  const statementOf = idFinder(study.statements.ids());
  const columns = isLong ? [] : statementColumns(table, column, statementOf, report);
  const drafts = new Map<number, Draft>();
  const roundOf = new Map<string, number | undefined>();
  for (const [row, cells] of table.rows.entries()) {
    const written = column.round < 0 ? String(only) : (cells[column.round]?.trim() ?? "");
    if (!roundOf.has(written)) {
      const number = /^\d+$/.test(written) ? Number(written) : undefined;
      const known = study.rounds.length === 0 ? number !== undefined : study.rounds.some((round) => round.number === number);
      if (!known) report("unknown-round", `the study has no round "${written}"`, row, "round");
      roundOf.set(written, known ? number : undefined);
    }
    const round = roundOf.get(written);
    if (round === undefined) continue;
    const name = cells[column.panellist]?.trim() ?? "";
    if (name === "") {
      report("unknown-panellist", "this row does not say whose rating it is", row, "panellist");
      continue;
    }
    const panellist = people.find(name, column.group < 0 ? undefined : cells[column.group], row);
    const draft = drafts.get(round) ?? new Draft(study, round, report);
    drafts.set(round, draft);
    if (isLong) {
      const text = cells[column.statement] ?? "";
      const id = statementOf(text);
      if (id === undefined) report("unknown-statement", `no statement is called "${text}"`, row, table.header[column.statement]);
      else draft.take(panellist, id, cells[column.rating]?.trim() ?? "", row, true);
    } else draft.takeRow(panellist, row, columns, cells);
  }
  const invitations = members && new Map(members.members.map((member) => [people.find(member.id, undefined), member]));
  return { ratings: { groups, panellists: people.all, rounds: finished(drafts, people.all, invitations, report) }, findings };
}

type Report = (code: string, message: string, row?: number, column?: string, severity?: RatingsFinding["severity"]) => void;

interface StatementColumn {
  readonly place: number;
  readonly id: string;
}

function statementColumns(
  table: RatingsTable,
  known: Readonly<Record<string, number>>,
  statementOf: (text: string) => string | undefined,
  report: Report,
): readonly StatementColumn[] {
  const taken = new Set(Object.values(known));
  const columns: StatementColumn[] = [];
  for (const [place, name] of table.header.entries()) {
    if (taken.has(place)) continue;
    const id = statementOf(name);
    if (id === undefined)
      report("unknown-statement", `no statement is called "${name}": the column is not read`, undefined, name, "warning");
    else if (columns.some((one) => one.id === id)) report("rating-repeated", `"${id}" has two columns: the first counts`, undefined, name);
    else columns.push({ place, id });
  }
  return columns;
}

/** The panellists in the order in which they are first seen, each in one group. */
class People {
  readonly all: Panellist[] = [];
  readonly #groups: readonly string[];
  readonly #groupOf: (text: string) => string | undefined;
  readonly #mayHaveMany: boolean;
  readonly #report: Report;
  readonly #places = new Map<string, number>();
  /** Groups as written that were looked at already, by panellist. */
  readonly #seen: (string | undefined)[] = [];

  constructor(groups: readonly string[], mayHaveMany: boolean, report: Report) {
    this.#groups = groups;
    this.#groupOf = idFinder(groups);
    this.#mayHaveMany = mayHaveMany;
    this.#report = report;
  }

  add(id: string, group: string | undefined): number {
    const place = this.all.length;
    this.#places.set(id, place);
    if (!this.#places.has(id.toLowerCase())) this.#places.set(id.toLowerCase(), place);
    const only = this.#groups.length === 1 ? this.#groups[0] : undefined;
    this.all.push({ id, group: this.#groups.indexOf(group ?? only ?? "") });
    return place;
  }

  find(id: string, written: string | undefined, row?: number): number {
    const known = this.#places.get(id) ?? this.#places.get(id.toLowerCase());
    if (known !== undefined && (written === undefined || this.#seen[known] === written)) return known;
    const text = written?.trim() ?? "";
    const group = text === "" ? undefined : this.#groupOf(text);
    if (text !== "" && group === undefined) this.#report("unknown-group", unknownGroup(text, this.#groups), row, "group");
    const place = known ?? this.add(id, group);
    this.#seen[place] = written;
    const member = this.all[place];
    if (known === undefined || !member || group === undefined) {
      if (known === undefined && group === undefined && text === "" && this.#groups.length > 1)
        this.#report("unknown-group", `"${id}" belongs to no group`, row, "group");
      return place;
    }
    const other = this.#groups[member.group];
    if (other === undefined) this.all[place] = { id: member.id, group: this.#groups.indexOf(group) };
    else if (other !== group && !this.#mayHaveMany) this.#report("panellist-in-two-groups", twoGroups(id, other, group), row, "group");
    return place;
  }
}

/** The ratings of one round while they are read. */
class Draft {
  readonly returned: number[] = [];
  readonly present = new Set<number>();
  readonly statements = new Map<string, { readonly given: number[]; asked: boolean }>();
  readonly #study: Delphi;
  readonly #round: number;
  readonly #report: Report;
  readonly #readers = new Map<string, ((text: string) => number | undefined) | undefined>();
  readonly #rows = new Set<number>();

  constructor(study: Delphi, round: number, report: Report) {
    this.#study = study;
    this.#round = round;
    this.#report = report;
  }

  takeRow(panellist: number, row: number, columns: readonly StatementColumn[], cells: readonly string[]): void {
    if (this.#rows.has(panellist))
      this.#report("rating-repeated", "this panellist has a row in this round already: the first counts", row, "panellist");
    else {
      this.#rows.add(panellist);
      this.present.add(panellist);
      const texts = columns.map(({ place }) => cells[place]?.trim() ?? "");
      // A row that holds nothing but NR did not come back; one with empty cells did.
      if (!texts.some((text) => text === NOT_RETURNED) || texts.some((text) => text !== "" && text !== NOT_RETURNED))
        this.returned[panellist] = 1;
      for (const [i, { id }] of columns.entries()) this.take(panellist, id, texts[i] ?? "", row, false);
    }
  }

  /** `isRow`: the rating has a row of its own, which says that the statement was asked even where nothing was rated. */
  take(panellist: number, id: string, text: string, row: number, isRow: boolean): void {
    this.present.add(panellist);
    const statement = this.#statement(id);
    if (isRow && text !== NOT_RETURNED) this.returned[panellist] = 1;
    if (isRow || (text !== "" && text !== NOT_RETURNED)) statement.asked = true;
    const old = statement.given[panellist];
    if (old !== undefined) {
      this.#report(
        "rating-repeated",
        `this panellist has rated "${id}" in this round already: the first counts`,
        row,
        isRow ? "rating" : id,
      );
      return;
    }
    statement.given[panellist] = BLANK;
    if (text === "" || text === NOT_RETURNED) return;
    const place = this.#reader(id)?.(text);
    if (place === undefined) this.#report("rating-outside-response", `"${text}" is no rating of "${id}"`, row, isRow ? "rating" : id);
    else statement.given[panellist] = place;
  }

  #statement(id: string): { readonly given: number[]; asked: boolean } {
    const known = this.statements.get(id);
    if (known) return known;
    const made = { given: [], asked: false };
    this.statements.set(id, made);
    return made;
  }

  #reader(id: string): ((text: string) => number | undefined) | undefined {
    if (!this.#readers.has(id)) {
      const scale = scaleIn(this.#study, id, this.#round);
      this.#readers.set(id, scale && codeReader(scale));
    }
    return this.#readers.get(id);
  }
}

function finished(
  drafts: ReadonlyMap<number, Draft>,
  panellists: readonly Panellist[],
  invitations: ReadonlyMap<number, { readonly from: number; readonly to: number }> | undefined,
  report: Report,
): ReadonlyMap<number, RoundRatings> {
  const rounds = new Map<number, RoundRatings>();
  for (const [round, draft] of [...drafts].sort(([a], [b]) => a - b)) {
    const invited = new Uint8Array(panellists.length);
    const returned = Uint8Array.from(panellists, (_, p) => draft.returned[p] ?? 0);
    for (const [p, { id }] of panellists.entries()) {
      const invitation = invitations?.get(p);
      const isInvited = !invitations || (invitation !== undefined && invitation.from <= round && round <= invitation.to);
      if (!isInvited && returned[p])
        report(
          "not-invited",
          `"${id}" returned round ${round} and was not invited to it: counted as invited`,
          undefined,
          undefined,
          "warning",
        );
      invited[p] = isInvited || returned[p] ? 1 : 0;
    }
    const statements = new Map<string, Int16Array>();
    for (const [id, { given, asked }] of draft.statements)
      if (asked)
        statements.set(
          id,
          Int16Array.from(panellists, (_, p) => given[p] ?? BLANK),
        );
    rounds.set(round, { invited, returned, statements });
  }
  return rounds;
}

import type { Recode } from "../model/instrument.ts";
import type { PartOf } from "../model/parts.ts";
import { type Member, membersOf, type Recodable } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import type { Context } from "../rules/rule.ts";
import { domainOfMember, samplesOf } from "./valueDomain.ts";

/** A recode with the entries that it is put to and the values that each can have. */
export interface RecodeUse {
  readonly recode: Recode;
  /** False where some entry could not be followed: then a row may be reached from there. */
  readonly whole: boolean;
  readonly entries: readonly { readonly member: Member; readonly values: readonly Recodable[] }[];
}

/** The recode of a part with all its uses: a named one with the scores that name it, the inline ones of a score each by itself. */
export function recodeUses(part: PartOf<"recode" | "score">, context: Context): readonly RecodeUse[] {
  const { users, scoring: instrument } = context;
  if (part.kind === "recode") {
    if (instrument.recodes.get(part.id) !== part.value) return [];
    const scores = users(part.id).flatMap(({ kind, id }) => (kind === "score" ? (instrument.scores.get(id) ?? []) : []));
    const members = scores.map((score) => membersOf(instrument, score));
    const whole = members.every(({ unknown }) => unknown.length === 0);
    return [
      use(
        part.value,
        members.flatMap((all) => all.members),
        whole,
        context,
      ),
    ];
  }
  if (!part.value.recode && !part.value.entries?.some(({ recode }) => recode)) return [];
  const { members, unknown } = membersOf(instrument, part.value);
  const inline = new Set(members.flatMap(({ recode }) => (recode && recode.id === undefined ? [recode] : [])));
  return [...inline].map((recode) => use(recode, members, unknown.length === 0, context));
}

/** The recodes that a score takes from libraries: nobody else sees what they are put to here. */
export function importedRecodes({ value: score }: PartOf<"score">, context: Context): readonly RecodeUse[] {
  const { scoring: instrument } = context;
  const names = [score.recode, ...(score.entries ?? []).map(({ recode }) => recode)];
  if (!names.some((name) => typeof name === "string" && name.includes("."))) return [];
  const { members, unknown } = membersOf(instrument, score);
  const found = new Set(
    members.flatMap(({ recode }) => (recode?.id !== undefined && instrument.recodes.get(recode.id) !== recode ? [recode] : [])),
  );
  return [...found].map((recode) => use(recode, members, unknown.length === 0, context));
}

function use(recode: Recode, members: readonly Member[], whole: boolean, context: Context): RecodeUse {
  const mine = members.filter((member) => member.recode === recode);
  const entries = mine.flatMap((member) => {
    const domain = domainOfMember(member, context);
    return domain ? [{ member, values: samplesOf(domain, recode) }] : [];
  });
  return { recode, whole: whole && entries.length === mine.length, entries };
}

/** A value that is recoded, in words. */
export const written = ({ code, number }: Recodable): string => (number ? printExact(number) : (code ?? ""));

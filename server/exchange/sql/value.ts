import type { Fraction } from "./fraction.ts";
import type { Sql } from "./layers.ts";

/** What a formula is in the query. */
export type SqlValue =
  | ({ readonly kind: "number" } & Fraction)
  /** The root of a fraction: it may be the value of a score and nothing else, because no column can hold it exactly. */
  | ({ readonly kind: "root" } & Fraction)
  | { readonly kind: "truth"; readonly is: Sql }
  | { readonly kind: "text"; readonly text: Sql }
  /** Minutes since midnight, or of a duration. */
  | ({ readonly kind: "time" | "duration" } & Fraction)
  /** Which options of a multiple response are ticked; `there` is NULL where the answer is missing. */
  | { readonly kind: "codes"; readonly there: Sql; readonly ticked: ReadonlyMap<string, Sql> }
  | { readonly kind: "list"; readonly members: readonly SqlValue[] }
  | { readonly kind: "missing" };

/** NULL where the value is missing. */
export function presence(value: SqlValue): Sql {
  switch (value.kind) {
    case "truth":
      return value.is;
    case "text":
      return value.text;
    case "codes":
      return value.there;
    case "list":
    case "missing":
      return { sql: "NULL", layer: 0 };
    default:
      return value.n;
  }
}

/** `WHOLE(a, b)`, the whole part of a quotient, is the one thing that engines write differently; the query asks for it by this name. */
export const WHOLE_IN_DUCKDB = "CREATE OR REPLACE TEMP MACRO WHOLE(a, b) AS a // b;";

/** The same elsewhere. */
export const WHOLE_ELSEWHERE = [
  "Spark: CREATE TEMPORARY FUNCTION WHOLE(a BIGINT, b BIGINT) RETURNS BIGINT RETURN a DIV b;",
  "Trino: CREATE FUNCTION WHOLE(a BIGINT, b BIGINT) RETURNS BIGINT RETURN a / b;",
];

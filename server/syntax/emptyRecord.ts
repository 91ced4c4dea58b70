/** An object that inherits nothing. One made by `Object.create(null)` is a table to V8, which is slower to fill and to read. */
export const emptyRecord = (): Record<string, unknown> => new Empty();

const Empty = function (this: Record<string, unknown>) {
  // It has nothing yet.
} as unknown as new () => Record<string, unknown>;
Empty.prototype = Object.create(null);

/** What the suite uses of `node:assert/strict`, for a browser that has no such module. */
function assert(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? `expected something, not ${show(value)}`);
}

export default Object.assign(assert, {
  ok: assert,
  equal(actual: unknown, expected: unknown, message?: string): void {
    assert(Object.is(actual, expected), message ?? `${show(actual)} is not ${show(expected)}`);
  },
  notEqual(actual: unknown, unwanted: unknown, message?: string): void {
    assert(!Object.is(actual, unwanted), message ?? `${show(actual)} is what it must not be`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    assert(show(actual) === show(expected), message ?? `${show(actual)} is not ${show(expected)}`);
  },
  match(actual: string, pattern: RegExp, message?: string): void {
    assert(pattern.test(actual), message ?? `${show(actual)} does not match ${pattern}`);
  },
  doesNotMatch(actual: string, pattern: RegExp, message?: string): void {
    assert(!pattern.test(actual), message ?? `${show(actual)} matches ${pattern}`);
  },
  fail(message: string): never {
    throw new Error(message);
  },
});

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

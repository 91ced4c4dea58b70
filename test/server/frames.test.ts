import assert from "node:assert/strict";
import fc from "fast-check";
import { FrameReader, framed, writtenBy } from "../../server/lsp/frames.ts";

/** What is read of bytes that come in pieces. */
function read(bytes: Buffer, lengths: readonly number[]): { readonly messages: unknown[]; readonly errors: string[] } {
  const [messages, errors]: [unknown[], string[]] = [[], []];
  const reader = new FrameReader(
    (message) => messages.push(message),
    (error) => errors.push(error.message),
  );
  let at = 0;
  for (const length of lengths) {
    reader.take(bytes.subarray(at, at + length));
    at += length;
  }
  reader.take(bytes.subarray(at));
  return { messages, errors };
}

const bytesOf = (message: unknown): Buffer => Buffer.concat([framed(message)].flat().map((piece) => Buffer.from(piece)));

describe("messages between an editor and the server", () => {
  it("are read whole, in whatever pieces they come", () => {
    const message = fc.jsonValue({ noUnicodeString: false });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.nat({ max: 60 }), { maxLength: 30 }), (sent, lengths) => {
        const { messages, errors } = read(Buffer.concat(sent.map(bytesOf)), lengths);
        assert.deepEqual(messages, JSON.parse(JSON.stringify(sent)));
        assert.deepEqual(errors, []);
      }),
    );
  });

  it("are what they were where an answer is written by whoever made it", () => {
    const result = [{ name: "q1 😀", range: [0, 3] }, null];
    const sent = { jsonrpc: "2.0", id: 7, result: writtenBy(result, () => [Buffer.from(JSON.stringify(result))]) };
    assert.deepEqual(read(bytesOf(sent), [40]), { messages: [JSON.parse(JSON.stringify(sent))], errors: [] });
    assert.deepEqual(bytesOf(sent), bytesOf(JSON.parse(JSON.stringify(sent))));
  });

  it("are read whatever else their header says", () => {
    const text = JSON.stringify({ stem: "Wie fühlen Sie sich? 😀" });
    const bytes = Buffer.from(
      `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
    assert.deepEqual(read(bytes, [70]), { messages: [JSON.parse(text)], errors: [] });
  });

  it("are read again after one that is at fault", () => {
    const good = bytesOf({ id: 1 });
    const bytes = Buffer.from(`Content-Length: 5\r\n\r\n{"id"${good}Content-Type: none\r\n\r\n${good}`);
    const { messages, errors } = read(bytes, [10, 20]);
    assert.deepEqual(messages, [{ id: 1 }, { id: 1 }]);
    assert.equal(errors.length, 2);
  });

  it("do not pile up where nothing is a message", () => {
    const { messages, errors } = read(Buffer.from("x".repeat(50_000)), [20_000]);
    assert.deepEqual(messages, []);
    assert.deepEqual(errors, ["a message has no header", "a message has no header"]);
  });
});

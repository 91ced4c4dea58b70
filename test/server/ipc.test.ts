import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";

describe("the built server, started by VS Code", () => {
  it("answers over the channel between two processes, and ends with the editor", async () => {
    const server = fork("dist/server.js", ["--node-ipc"], { execArgv: [] });
    server.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: process.pid, rootUri: null, capabilities: {} } });
    const [answer] = await once(server, "message");
    assert.equal(answer.id, 1);
    assert.equal(answer.result.serverInfo.name, "scalewright");
    server.disconnect();
    const [code] = await once(server, "exit");
    assert.equal(code, 1, "it was not told to shut down");
  });

  it("ends well when it is told to", async () => {
    const server = fork("dist/server.js", ["--node-ipc"], { execArgv: [] });
    server.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: process.pid, rootUri: null, capabilities: {} } });
    await once(server, "message");
    server.send({ jsonrpc: "2.0", id: 2, method: "shutdown" });
    await once(server, "message");
    server.send({ jsonrpc: "2.0", method: "exit" });
    const [code] = await once(server, "exit");
    assert.equal(code, 0);
  });
});

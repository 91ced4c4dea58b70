import "mocha/mocha.js";

/** The entry that VS Code for the web calls, in the web worker that extensions run in. What it writes is read by the runner outside. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", reporter: Lines as never, timeout: 120_000, forbidOnly: true, forbidPending: true });
  await import("all-tests");
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failed) => {
      // An exit code alone is no proof that tests ran.
      console.log(`suite result ${JSON.stringify({ passed: runner.stats?.passes ?? 0, failed })}`);
      if (failed === 0) resolve();
      else reject(new Error(`${failed} failed`));
    });
  });
}

/** One line a test. The reporters of mocha's own want a page or a terminal. */
class Lines {
  constructor(runner: Mocha.Runner) {
    runner.on("pass", (test) => console.log(`suite    ok ${test.fullTitle()}`));
    runner.on("fail", (test, error: Error) => console.log(`suite    FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`));
  }
}

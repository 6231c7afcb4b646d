// The page with the real program behind it: reports that it wrote, and its viewer. BOOTCAMP names the built command.

import assert from "node:assert/strict";
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { addressOf, assertAccessible, cannot, folder, launch, open } from "./browser.ts";

const program = process.env.BOOTCAMP;
const demo = process.env.BOOTCAMP_DEMO ?? "../examples/demo";
/** The tally when no sample is filtered out. */
const all = /^(\d+) of \1 samples$/;
const skip = cannot || (program ? false : "BOOTCAMP does not name the built command");

describe("The program's page", { skip }, () => {
  let browser: Browser;
  let viewer: string;
  const running: ChildProcess[] = [];
  const place = folder();
  const runs = join(place.path, "runs");

  const run = (...args: string[]) => promisify(execFile)(program!, args, { env: { ...process.env, NO_COLOR: "1" } });

  /** Starts the program and waits for the address that it tells. */
  async function serve(...args: string[]): Promise<string> {
    const child = spawn(program!, args, { stdio: ["ignore", "pipe", "pipe"] });
    running.push(child);
    return new Promise((resolve, reject) => {
      for (const stream of [child.stdout!, child.stderr!]) {
        createInterface(stream).on("line", (line) => {
          const address = /http:\/\/[\d.a-z]+:\d+/.exec(line);
          if (address) resolve(address[0]);
        });
      }
      child.on("exit", (code) => reject(new Error(`${args[0]} ended with ${code}`)));
    });
  }

  before(async () => {
    await run("eval", "--model_name", "noisy-60", "--test_dir", demo, "--output_dir", runs);
    await run("eval", "--model_name", "noisy-30", "--test_dir", demo, "--output_dir", runs);
    viewer = await serve("view", runs, "--port", "0");
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    for (const child of running) child.kill();
    place.remove();
  });

  test("is the one that was built, and opens from its file", async () => {
    const report = join(runs, readdirSync(runs)[0], "report.html");
    const [before] = readFileSync("dist/report.html", "utf8").split("<!--parts-->");
    assert.ok(readFileSync(report, "utf8").startsWith(before), "the program holds an older page: build it again");
    assert.ok(statSync(report).size > before.length);
    const { page, faults } = await open(browser, addressOf(report) + "#/samples");
    await page.getByText(all).waitFor();
    await page.keyboard.press("n");
    await page.getByRole("region", { name: "Prompt" }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("lists the runs, opens one and compares two", async () => {
    const { page, faults } = await open(browser, viewer, { bypassCSP: true });
    await page.getByText("2 runs under").waitFor();
    await assertAccessible(page, "list of runs");
    for (const model of ["noisy-60", "noisy-30"]) await page.getByRole("checkbox", { name: `Compare ${model}` }).check();
    await page.getByRole("button", { name: "Compare 2 chosen runs" }).click();
    await page.getByRole("heading", { name: "B minus A" }).waitFor();
    await page.getByText(/^B better by/).first().waitFor();
    await page.keyboard.press("j");
    await page.getByRole("region", { name: "Output of A" }).waitFor();
    await page.getByRole("link", { name: "Samples" }).click();
    await page.getByText(all).waitFor();
    await page.getByRole("link", { name: "BootcampEval" }).click();
    await page.getByText("2 runs under").waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("follows a run in progress to its end", async () => {
    const model = await serve("serve-model", "--test_dir", demo, "--port", "0", "--latency", "100ms");
    const slow = run("eval", "--url", `${model}/v1`, "--model_name", "reference", "--test_dir", demo, "--output_dir", runs, "--max_concurrent_requests", "1", "--limit", "1");
    const { page, faults } = await open(browser, viewer);
    await page.getByText("running", { exact: true }).waitFor();
    await page.getByRole("row").filter({ hasText: "running" }).getByRole("link").click();
    const live = page.getByRole("region", { name: "The run in progress" });
    await live.getByText(/[1-9]\d* of \d+ \(/).waitFor();
    await slow;
    await live.waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "Total Average" }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});

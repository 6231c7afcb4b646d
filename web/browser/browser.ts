// A browser for tests: Debian's Chromium, or the one that CHROMIUM names.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why browser tests can't run here; false when they can. */
export const cannot: string | false = existsSync(executablePath) ? false : `there is no ${executablePath}: install chromium`;

export const launch = (): Promise<Browser> => chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** A folder that is gone at the end. */
export function folder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "bootcamp-page-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const addressOf = (path: string): string => pathToFileURL(path).href;

/** A page on which an error, a warning of the console or a request to anywhere but where it came from fails the test. */
export async function open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  page.on("dialog", (dialog) => (faults.push(`a dialog: ${dialog.message()}`), void dialog.dismiss()));
  const origin = new URL(address);
  page.on("request", (request) => {
    const to = new URL(request.url());
    if (to.protocol !== "data:" && to.protocol + to.host !== origin.protocol + origin.host) faults.push(`a request to ${request.url()}`);
  });
  await page.goto(address);
  return { page, faults };
}

const axe = readFileSync(createRequire(join(process.cwd(), "package.json")).resolve("axe-core/axe.min.js"), "utf8");

interface Findings { violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }

/** Fails on a serious or critical finding of axe-core. The page must have been opened with bypassCSP, which axe-core needs. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<Findings> } }).axe.run());
  const serious = found.violations.filter((finding) => finding.impact === "serious" || finding.impact === "critical");
  assert.deepEqual(serious.map((finding) => `${finding.id}: ${finding.nodes[0].target.join(" ")}: ${finding.nodes[0].failureSummary}`), [], what);
}

// Takes the pictures of docs/report.md:  node screenshots.mjs REPORT_OF_TWO_RUNS ../docs/images
// The runs: bootcamp generate --out set --bootcamps Sudoku,Maze,... --level 2-3, then bootcamp eval --model_name noisy-55 and noisy-40 over it.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [, , report, out] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

await take("report-summary", "#/summary", {}, () => {});
await take("report-length", "#/summary", {}, (page) => page.getByRole("heading", { name: "Outcomes", exact: true }).evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top - 30)));
await take("report-grid", "#/samples?status=wrong&drawn=", {}, async (page) => {
  await page.getByLabel("Bootcamp", { exact: true }).selectOption({ label: "Sudoku" });
  for (let i = 0; i < 3; i++) await next(page);
});
await take("report-dark", "#/samples?status=wrong", { colorScheme: "dark" }, async (page) => {
  await page.getByLabel("Bootcamp", { exact: true }).selectOption({ label: "Light Up" });
  for (let i = 0; i < 2; i++) await next(page);
});
await take("report-comparison", "#/compare", {}, () => {});
await take("report-flipped", "#/compare", {}, async (page) => {
  for (let i = 0; i < 3; i++) await next(page);
});
await browser.close();

async function next(page) {
  await page.waitForTimeout(300);
  await page.keyboard.press("j");
}

async function take(name, hash, options, act) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, ...options });
  await page.goto(pathToFileURL(report).href + hash);
  await page.waitForTimeout(500);
  await act(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${out}/${name}.png` });
  await page.close();
}

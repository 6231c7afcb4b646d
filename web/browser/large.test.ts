// A report of 100,000 samples, its parts beside the page. The bounds asserted are wide, for busy machines; the times are printed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addressOf, cannot, folder, launch, open } from "./browser.ts";
import { sample, writeReport, type Files } from "./fixture.ts";

const files = 50, each = 2000;

describe("A report of 100,000 samples", { skip: cannot }, () => {
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let address: string;
  const place = folder();

  before(async () => {
    const all: Files = {};
    for (let f = 0; f < files; f++) {
      all[`file-${f}.jsonl`] = Array.from({ length: each }, (_, i) => sample(i, {
        data_source: `Bootcamp${f}`, status: i % 3 === 0 ? "wrong" : "correct", reason: i % 3 === 0 ? `row ${i} of ${f} is not right` : null, extracted: `[[${i}, ${f}, ${i * f}], [1, 2, 3, 4, 5, 6, 7, 8, 9]]`,
      }));
    }
    address = addressOf(writeReport(place.path, [all], "files"));
    browser = await launch();
    ({ page, faults } = await open(browser, "about:blank"));
  });
  after(async () => {
    await browser?.close();
    place.remove();
  });

  const lastFilter = () => page.evaluate(() => performance.getEntriesByName("filter").at(-1)!.duration);

  test("opens", async () => {
    const begun = performance.now();
    await page.goto(address);
    await page.getByRole("heading", { name: "Total Average" }).waitFor();
    const summary = performance.now() - begun;
    await page.keyboard.press("2");
    await page.getByText("100,000 of 100,000 samples", { exact: true }).waitFor();
    const list = performance.now() - begun;
    console.log(`100,000 samples: summary after ${summary.toFixed(0)} ms, all samples listed after ${list.toFixed(0)} ms`);
    assert.ok(summary < 10_000 && list < 20_000);
  });

  test("filters", async () => {
    await page.getByRole("checkbox", { name: "Wrong", exact: true }).check();
    await page.getByText("33,350 of 100,000 samples", { exact: true }).waitFor();
    const status = await lastFilter();
    await page.getByRole("searchbox").fill("row 1998 of");
    await page.getByText("50 of 100,000 samples", { exact: true }).waitFor();
    await page.getByRole("checkbox", { name: "Wrong", exact: true }).uncheck();
    await page.getByRole("searchbox").fill("[[1998, 7");
    await page.getByText("1 of 100,000 samples", { exact: true }).waitFor();
    const text = await lastFilter();
    console.log(`100,000 samples: filtered by status in ${status.toFixed(1)} ms, by text in ${text.toFixed(1)} ms`);
    assert.ok(status < 1000 && text < 1000);
  });

  test("goes to its last sample, with few rows in the page", async () => {
    await page.getByRole("searchbox").fill("");
    await page.getByText("100,000 of 100,000 samples", { exact: true }).waitFor();
    await page.getByRole("listbox").press("End");
    await page.getByRole("listbox").press("Enter");
    await page.getByRole("region", { name: "Sample", exact: true }).getByText("Solve puzzle 1999.").waitFor();
    assert.ok((await page.locator(".row").count()) < 60);
    assert.deepEqual(faults.filter((fault) => !fault.startsWith("a request to file:")), []);
  });
});

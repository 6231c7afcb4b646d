// Model outputs that try to be more than text.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { addressOf, cannot, folder, launch, open } from "./browser.ts";
import { sample, writeReport } from "./fixture.ts";

const outputs = [
  "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">",
  "</script><script>document.title='owned'</script><!--<script>",
  "<a href=\"javascript:document.title='owned'\">press</a> [press](javascript:document.title='owned')",
  "nul \u0000 bell \u0007 escape \u001b[31m red",
  "right to left \u202egnp.exe\u202c and half \ud83d a character",
  "x".repeat(1_000_000),
];
const shown = [outputs[0], outputs[1], outputs[2], "nul ␀ bell ␇ escape ␛[31m red", "right to left ⟦U+202E⟧gnp.exe⟦U+202C⟧ and half ⟦U+D83D⟧ a character"];
const hostile = (text: string, id: number) =>
  sample(id, { data_source: "<b>Sudoku</b>", prompt: text, output: text, extracted: text.slice(0, 5000), ground_truth: text.slice(0, 5000), reason: text.slice(0, 5000), status: "wrong", flaw: { kinds: ["<i>kind</i>"], note: text.slice(0, 5000) },
    picture: { rows: 1, columns: 1, cells: [[text.slice(0, 200)]], marks: ["w"], row_labels: [text.slice(0, 200)], column_labels: [text.slice(0, 200)], regions: null } });

describe("Hostile text", { skip: cannot }, () => {
  let browser: Browser;
  const place = folder();

  before(async () => void (browser = await launch()));
  after(async () => {
    await browser?.close();
    place.remove();
  });

  for (const way of ["embedded", "files"] as const) {
    test(`is shown as text (${way})`, async () => {
      const { page, faults } = await open(browser, addressOf(writeReport(`${place.path}/${way}`, [{ "<u>.jsonl": outputs.map(hostile) }], way)) + "#/samples");
      await page.getByText("6 of 6 samples").waitFor(); // A key pressed before the list is there goes nowhere.
      for (const text of shown) {
        await page.keyboard.press("j");
        await page.waitForFunction((wanted) => [...document.querySelectorAll("[aria-label=Output]")].some((block) => block.textContent === wanted), text);
      }
      assert.match(await page.title(), /^Samples/);
      assert.equal(await page.locator("main :is(img, script, iframe, b, i > i, u, main a[href^=javascript])").filter({ hasNotText: /Flawed row/ }).count(), 0);
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }

  test("of a million characters in one line opens fast and shows whole when asked", async () => {
    const { page, faults } = await open(browser, addressOf(writeReport(`${place.path}/long`, [{ "a.jsonl": outputs.map(hostile) }])) + "#/samples");
    await page.getByText("6 of 6 samples").waitFor();
    const begun = performance.now();
    await page.keyboard.press("k");
    const output = page.getByRole("region", { name: "Output" });
    await output.waitFor();
    const took = performance.now() - begun;
    console.log(`a sample of 1,000,000 characters opened in ${took.toFixed(0)} ms`);
    assert.ok(took < 5000);
    while (await output.getByRole("button").count()) await output.getByRole("button").click();
    assert.equal(await output.evaluate((block) => block.textContent!.length), 1_000_000);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test("can't be made into HTML even by a mistake of the page", async () => {
    const { page } = await open(browser, addressOf(writeReport(`${place.path}/mistake`, [{ "a.jsonl": [sample(0)] }])));
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = "<b>made of text</b>";
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(refused);
    await page.context().close();
  });
});

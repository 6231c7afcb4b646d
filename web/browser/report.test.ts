// What a person does with a report.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addressOf, assertAccessible, cannot, folder, launch, open } from "./browser.ts";
import { comparisonOf, sample, writeReport, type Files } from "./fixture.ts";

const grid = {
  rows: 2, columns: 2, cells: [["5", "1"], ["", "2"]], marks: ["gw", "ba"], row_labels: ["3", "1 1"], column_labels: null, regions: [[0, 0], [0, 1]],
};
const first: Files = {
  "sudoku.jsonl": [
    sample(0), sample(1),
    sample(2, { status: "wrong", reason: "row 3 holds 5 twice", output: "<think>let me see</think>It is 5.", thinking_end: 25, picture: grid }),
    sample(3), sample(4, { status: "no_answer", extracted: null, finish_reason: "length", reason: "no boxed answer" }),
    sample(5, { status: "wrong", reason: "column 1 lacks 4", flaw: { kinds: ["wrong_key"], note: "the key holds 4 twice" } }), sample(6, { status: "partial", score: 0.5 }),
  ],
  "maze.jsonl": [sample("m-1", { data_source: "Maze" }), sample("m-2", { data_source: "Maze", status: "wrong", reason: "a wall is in the way" })],
};
const second: Files = {
  ...first,
  "sudoku.jsonl": first["sudoku.jsonl"].map((each) => each.id === 2 ? sample(2, { output: "It is 7 now." }) : each.id === 3 ? sample(3, { status: "wrong", reason: "3 is not 4" }) : each),
};

describe("A report", { skip: cannot }, () => {
  let browser: Browser;
  let address: string;
  const place = folder();

  before(async () => {
    browser = await launch();
    address = addressOf(writeReport(place.path, [first, second], "embedded", comparisonOf("sudoku.jsonl", [2], [3])));
  });
  after(async () => {
    await browser?.close();
    place.remove();
  });

  async function visit(hash: string, act: (page: Page) => Promise<void>): Promise<void> {
    const { page, faults } = await open(browser, address + hash);
    await act(page);
    assert.deepEqual(faults, []);
    await page.context().close();
  }

  const options = (page: Page) => page.getByRole("option", { includeHidden: false }).filter({ has: page.locator(".source") });
  const detail = (page: Page) => page.getByRole("region", { name: "Sample", exact: true });

  test("shows the total with its interval and the bootcamps sorted by score", () => visit("", async (page) => {
    await page.getByRole("heading", { name: "Total Average" }).waitFor();
    assert.deepEqual(await page.locator("table.figures").first().locator("tbody th").allTextContents(), ["Sudoku", "Maze"]);
    await page.getByRole("button", { name: "Bootcamp", exact: true }).click();
    assert.deepEqual(await page.locator("table.figures").first().locator("tbody th").allTextContents(), ["Maze", "Sudoku"]);
  }));

  test("opens a bootcamp's samples from its name", () => visit("", async (page) => {
    await page.getByRole("link", { name: "Maze" }).click();
    await page.getByText("2 of 9 samples").waitFor();
  }));

  test("filters by status, mark and text", () => visit("#/samples", async (page) => {
    await page.getByText("9 of 9 samples").waitFor();
    await page.getByRole("checkbox", { name: "Wrong", exact: true }).check();
    await page.getByText("3 of 9 samples").waitFor();
    await page.getByRole("checkbox", { name: "Flawed row" }).check();
    await page.getByText("1 of 9 samples").waitFor();
    await page.getByRole("checkbox", { name: "Flawed row" }).uncheck();
    await page.getByRole("searchbox").fill("TWICE");
    await page.getByText("1 of 9 samples").waitFor();
    await page.reload();
    await page.getByText("1 of 9 samples").waitFor();
    assert.equal(await page.getByRole("searchbox").inputValue(), "TWICE");
  }));

  test("searches whole texts when asked", () => visit("#/samples", async (page) => {
    await page.getByRole("searchbox").fill("let me see");
    await page.getByText("0 of 9 samples").waitFor();
    await page.getByRole("button", { name: "Search whole texts" }).click();
    await page.getByText("1 hit in 9 of 9 samples").waitFor();
  }));

  test("shows a sample's verdict, answer, truth and output, its thinking folded", () => visit("#/samples", async (page) => {
    await options(page).filter({ hasText: "row 3 holds" }).click();
    const shown = detail(page);
    await shown.getByText("row 3 holds 5 twice").waitFor();
    for (const text of ["Solve puzzle 2.", '{"n": 2}', "It is 5."]) await shown.getByText(text).waitFor();
    assert.equal(await shown.getByText("let me see").count(), 0);
    await shown.getByText(/^Thinking/).click();
    await shown.getByText("let me see").waitFor();
    await page.keyboard.press("t");
    await shown.getByText("let me see").waitFor({ state: "hidden" });
  }));

  test("draws a grid with its wrong cell marked and its regions bordered", () => visit("#/samples?open=sudoku.jsonl%092%090", async (page) => {
    const drawn = page.getByRole("table", { name: /Grid of 2 rows/ });
    assert.equal(await drawn.locator("td.wrong").textContent(), "1 (wrong)");
    assert.equal(await drawn.locator("td").nth(3).getAttribute("class"), "answer edge-top edge-bottom edge-left edge-right");
    assert.deepEqual(await drawn.locator("th").allTextContents(), ["3", "1 1"]);
    const boxes = await drawn.locator("td").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect()).map(({ x, y }) => ({ x, y })));
    assert.ok(boxes[0].y === boxes[1].y && boxes[0].x === boxes[2].x && boxes[1].x > boxes[0].x && boxes[2].y > boxes[0].y, "the cells stand in rows and columns");
  }));

  test("is read by keyboard: next, previous, next wrong, search, close", () => visit("#/samples", async (page) => {
    await page.getByText("9 of 9 samples").waitFor();
    const title = detail(page).getByRole("heading", { level: 2 });
    const press = async (key: string, id: string) => {
      await page.keyboard.press(key);
      await title.getByText(id, { exact: true }).waitFor();
    };
    await press("j", "0");
    await press("j", "1");
    await press("k", "0");
    await press("n", "2");
    await press("n", "4");
    await press("p", "2");
    await page.keyboard.press("/");
    await page.keyboard.type("wall");
    await page.getByText("1 of 9 samples").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("9 of 9 samples").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await title.waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
  }));

  test("compares two runs, and shows a flipped row in both", () => visit("#/compare", async (page) => {
    await page.getByText("no difference shown", { exact: false }).first().waitFor();
    await page.getByRole("table").last().getByRole("button", { name: "2" }).click();
    const rows = page.getByRole("region", { name: "One row in both runs" });
    await rows.getByText("It is 5.").waitFor();
    await rows.getByText("It is 7 now.").waitFor();
    await page.keyboard.press("j");
    await rows.getByText("3 is not 4").waitFor();
  }));

  test("shows the rows that flipped in the sample browser", () => visit("#/compare", async (page) => {
    await page.getByRole("link", { name: "Show them in the sample browser" }).click();
    await page.getByText("2 of 9 samples").waitFor();
    await page.getByLabel("Between runs").selectOption("lost");
    await page.getByText("1 of 9 samples").waitFor();
  }));

  for (const colorScheme of ["light", "dark"] as const) {
    test(`has no serious finding of axe-core in ${colorScheme}`, async () => {
      const { page } = await open(browser, address, { colorScheme, bypassCSP: true });
      for (const hash of ["#/summary", "#/samples?open=sudoku.jsonl%092%090", "#/samples?open=sudoku.jsonl%095%090", "#/compare?open=sudoku.jsonl%092", "#/run"]) {
        await page.goto(address + hash);
        if (hash.includes("open")) await page.getByText("Solve puzzle").first().waitFor();
        await assertAccessible(page, `${colorScheme} ${hash}`);
      }
      await page.keyboard.press("?");
      await assertAccessible(page, `${colorScheme} help`);
      await page.context().close();
    });
  }
});

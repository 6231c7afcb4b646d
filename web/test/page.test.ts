import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readAddress, writeAddress } from "../src/address.ts";
import { scriptOf, unpack } from "../src/parts.ts";
import { firstShown, scrollFor } from "../src/virtual-list.ts";

const page = readFileSync("dist/report.html", "utf8");

test("an address read and written again is the same", () => {
  const hash = "#/samples?run=1&status=wrong%2Cno_answer&bootcamp=a.jsonl%09A+b&truncated=&flipped=lost&text=%3Cscript%3E&open=a.jsonl%0917%090";
  assert.equal(writeAddress(readAddress(hash)), hash);
});

test("an address with nonsense is the summary, unfiltered", () => {
  assert.equal(writeAddress(readAddress("#/nowhere?status=happy&run=-1&flipped=x")), "#/summary");
});

test("a part is base64 of gzip of JSON", async () => {
  assert.deepEqual(await unpack(gzipSync('{"text":"\\u003c/script> é"}').toString("base64")), { text: "</script> é" });
});

test("a part's script lies in the report's folder, whatever its name", () => {
  assert.equal(scriptOf("report_files", "r0/index/3"), "report_files/r0-index-3.js");
  assert.equal(scriptOf("a folder #1", "../x"), "a%20folder%20%231/..-x.js");
});

test("a list of a million rows scrolls from its first to its last", () => {
  const view = 600, height = 30, rows = 1_000_000;
  assert.deepEqual(firstShown(0, view, height, rows), { first: 0, shift: 0 });
  assert.equal(firstShown(8_000_000 - view, view, height, rows).first, rows - view / height);
  for (const row of [1, 499_999, 987_654]) assert.ok(Math.abs(firstShown(scrollFor(row * height, view, height, rows), view, height, rows).first - row) <= 1);
});

test("a short list scrolls pixel by pixel", () => {
  assert.deepEqual(firstShown(95, 600, 30, 1000), { first: 3, shift: 5 });
});

test("the page allows its own script and style by hash, and nothing of the network", () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1];
  for (const element of ["script", "style"]) {
    const body = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page)![1];
    assert.ok(policy.includes(`${element}-src 'sha256-${createHash("sha256").update(body).digest("base64")}'`));
  }
  assert.ok(policy.startsWith("default-src 'none'"));
  assert.ok(!policy.includes("unsafe"));
  assert.equal(page.split("<!--parts-->").length, 2);
  assert.ok(!/\b(src|href)="?https?:/.test(page));
});

test("no source reads text as HTML", () => {
  for (const file of readdirSync("src").filter((name) => name.endsWith(".ts"))) {
    assert.doesNotMatch(readFileSync(`src/${file}`, "utf8"), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function/, file);
  }
});

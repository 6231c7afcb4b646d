import assert from "node:assert/strict";
import { test } from "node:test";
import { chance, cutAt, duration, laidOut, points, range, share, signed, several, visible } from "../src/format.ts";

test("scores are points of a hundred, and what isn't there is a dash", () => {
  assert.equal(points(0.7344), "73.4");
  assert.equal(points(null), "–");
  assert.equal(range({ low: 0.615, high: 0.827 }), "61.5–82.7");
  assert.equal(range({ low: null, high: 0.8 }), "–");
  assert.equal(range(null), "–");
  assert.equal(share(1, 0), "–");
});

test("differences carry their sign, and nothing is neither more nor less", () => {
  assert.equal(signed(0.021), "+2.1");
  assert.equal(signed(-0.021), "−2.1");
  assert.equal(signed(-0.0001), "0.0");
});

test("durations grow from milliseconds to hours", () => {
  assert.deepEqual([210, 3210, 59_990, 250_000, 7_500_000].map((ms) => duration(ms)), ["210 ms", "3.2 s", "1 min 0 s", "4 min 10 s", "2 h 5 min"]);
});

test("small chances are bounds", () => {
  assert.equal(chance(0.00001), "< 0.001");
  assert.equal(several(1, "run"), "1 run");
});

test("what can't be seen is made visible", () => {
  assert.equal(visible("a\u0000b\u001bc\u007f"), "a\u2400b\u241bc\u2421");
  assert.equal(visible("\u202egnp.exe"), "⟦U+202E⟧gnp.exe");
  assert.equal(visible("\ud800x\udc00"), "⟦U+D800⟧x⟦U+DC00⟧");
  assert.equal(visible("two\r\nlines\tand 🎈"), "two\nlines\tand 🎈");
  assert.equal(visible("a\rb"), "a\u240db");
});

test("a text is never cut inside a character", () => {
  assert.equal(cutAt("a🎈b", 2), 1);
  assert.equal(cutAt("a🎈b", 3), 3);
  assert.equal(cutAt("ab", 9), 2);
});

test("JSON is laid out with a grid's rows in lines", () => {
  const rows = [1, 2, 3, 4, 5, 6].map((row) => [row, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(laidOut(JSON.stringify(rows)), `[\n${rows.map((row) => `  [${row.join(", ")}]`).join(",\n")}\n]`);
  assert.equal(laidOut('{"n":4}'), '{"n": 4}');
  assert.equal(laidOut('"a \\"text\\""'), 'a "text"');
});

test("what isn't JSON, or is too deep, stays as it is", () => {
  const deep = "[".repeat(50_000) + "]".repeat(50_000);
  assert.equal(laidOut("[1, 2"), "[1, 2");
  assert.equal(laidOut(deep), deep);
});

test("laying out hostile JSON takes little time", () => {
  const begun = performance.now();
  laidOut(JSON.stringify(Array.from({ length: 20_000 }, (_, i) => `,"${i}`)));
  laidOut("[".repeat(900) + "1,".repeat(50_000) + "1" + "]".repeat(900));
  assert.ok(performance.now() - begun < 2000);
});

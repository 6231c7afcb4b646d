import assert from "node:assert/strict";
import { test } from "node:test";
import { chunkOf, Corpus, Flips, keyOf, noFilter, StaleIndexError, type Filter } from "../src/corpus.ts";
import type { Comparison, RunEntry, Sample, SampleIndex } from "../src/data.ts";
import { Parts } from "../src/parts.ts";

const sudoku: SampleIndex = {
  n: 4, chunks: [0, 2], id: [0, 1, 2, 3], sample: null, sources: ["Sudoku"], source: null,
  score: [1, 0, 0.5, 0], status: [0, 2, 1, 3], flags: [16, 17, 16, 8], tokens: [10, 99, 20, 5], latency: [1, 2, 3, null],
  extracted: ["[[1, 2]]", "[[9]]", "[[3]]", null], reason: [0, 1, 0, 0], reasons: ["", "Row 3 holds 5 twice"],
};
const words: SampleIndex = {
  n: 3, chunks: [0], id: ["w-7", "w-7", "w-8"], sample: [0, 1, 0], sources: ["Ladder", "Search"], source: [0, 0, 1],
  score: [1, 0, 1], status: [0, 2, 0], flags: [0, 2, 4], tokens: [1, 1, 1], latency: [null, null, null],
  extracted: ["COLD", "WARM", "row"], reason: [0, 0, 0], reasons: [""],
};
const run = {
  files: [
    { file: "sudoku.jsonl", samples: 4, index: "r0/index/0", chunks: "r0/samples/0/" },
    { file: "words.jsonl", samples: 3, index: "r0/index/1", chunks: "r0/samples/1/" },
  ],
} as unknown as RunEntry;

const sample = (id: number | string, output: string): Partial<Sample> => ({ id, prompt: "p", output, ground_truth: "{}", reasoning: null, extracted: null, reason: null });

async function opened(parts: Record<string, unknown> = {}): Promise<Corpus> {
  const all: Record<string, unknown> = { "r0/index/0": sudoku, "r0/index/1": words, ...parts };
  const stored = new Parts({ way: "embedded", runs: [], comparisons: [] });
  stored.load = stored.fresh = async <T>(name: string) => all[name] as T;
  const corpus = new Corpus(run, stored);
  await corpus.open(() => {});
  return corpus;
}

const select = async (filter: Partial<Filter>, flips: Flips | null = null) => [...(await opened()).select({ ...noFilter, ...filter }, flips)];

test("no filter shows all samples of all files in order", async () => {
  assert.deepEqual(await select({}), [0, 1, 2, 3, 4, 5, 6]);
});

test("statuses add up, other filters narrow down", async () => {
  assert.deepEqual(await select({ status: ["wrong", "no_answer"] }), [1, 3, 5]);
  assert.deepEqual(await select({ status: ["wrong"], only: ["truncated"] }), [1]);
  assert.deepEqual(await select({ only: ["flawed"] }), [3]);
  assert.deepEqual(await select({ only: ["drawn"] }), [0, 1, 2]);
  assert.deepEqual(await select({ only: ["thinking_open"] }), [5]);
  assert.deepEqual(await select({ only: ["empty"] }), [6]);
  assert.deepEqual(await select({ only: ["drawn", "flawed"] }), []);
});

test("a file of very many samples has several entries and is searched through all of them", async () => {
  const stored = new Parts({ way: "embedded", runs: [], comparisons: [] });
  stored.load = stored.fresh = async <T>(name: string) => (name === "r0/index/0" ? sudoku : { ...sudoku, id: [70, 71, 72, 73], sample: null }) as T;
  const corpus = new Corpus({ files: run.files.map((file) => ({ ...file, file: "sudoku.jsonl" })) } as unknown as RunEntry, stored);
  await corpus.open(() => {});
  assert.equal(corpus.find("sudoku.jsonl", null, "72", null), 6);
  assert.deepEqual([...corpus.select({ ...noFilter, bootcamp: keyOf("sudoku.jsonl", "Sudoku"), status: ["wrong"] }, null)], [1, 5]);
});

test("a bootcamp is a data source in a file", async () => {
  assert.deepEqual(await select({ bootcamp: keyOf("words.jsonl", "Ladder") }), [4, 5]);
  assert.deepEqual(await select({ bootcamp: keyOf("sudoku.jsonl", "Ladder") }), []);
});

test("the search looks in ids, answers and reasons without regard to case", async () => {
  assert.deepEqual(await select({ text: "ROW" }), [1, 6]);
  assert.deepEqual(await select({ text: "W-7" }), [4, 5]);
  assert.deepEqual(await select({ text: "[[3" }), [2]);
});

test("flipped rows are told by file, data source and id", async () => {
  const flips = new Flips({ bootcamps: [{ file: "sudoku.jsonl", data_source: "Sudoku", gained: [2], lost: [0] }] } as unknown as Comparison);
  assert.deepEqual(await select({ flipped: "any" }, flips), [0, 2]);
  assert.deepEqual(await select({ flipped: "gained" }, flips), [2]);
  assert.deepEqual(await select({ flipped: "lost" }, flips), [0]);
});

test("a sample is found by file, id and number among samples", async () => {
  const corpus = await opened();
  assert.equal(corpus.find("words.jsonl", null, "w-7", "1"), 5);
  assert.equal(corpus.find("words.jsonl", "Search", "w-7", null), -1);
  assert.equal(corpus.find("sudoku.jsonl", "Sudoku", "3", null), 3);
});

test("a sample comes from the chunk that holds its position", async () => {
  const corpus = await opened({ "r0/samples/0/1": [sample(2, "two"), sample(3, "three")] });
  assert.equal((await corpus.load(3)).output, "three");
  assert.deepEqual([0, 49, 50, 99, 100].map((at) => chunkOf([0, 50, 100], at)), [0, 0, 1, 1, 2]);
});

test("a chunk that is not of this index is told apart", async () => {
  const corpus = await opened({ "r0/samples/0/1": [sample(8, "other"), sample(9, "other")] });
  await assert.rejects(corpus.load(2), StaleIndexError);
});

test("whole texts are searched chunk by chunk", async () => {
  const corpus = await opened({
    "r0/samples/0/0": [sample(0, "a needle"), sample(1, "hay")], "r0/samples/0/1": [sample(2, "hay"), sample(3, "NEEDLE")],
    "r0/samples/1/0": [sample("w-7", "hay"), sample("w-7", "needle"), sample("w-8", "hay")],
  });
  const told: number[][] = [];
  await corpus.search(Uint32Array.from([0, 1, 3, 4, 5]), "Needle", (hits) => told.push(hits), () => false);
  assert.deepEqual(told, [[0], [3], [5]]);
});

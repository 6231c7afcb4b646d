// Reports made for tests, written as docs/report-format.md tells: the built page with data of our own in it or beside it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Comparison, ComparisonEntry, Estimate, Outcomes, Root, RunEntry, Sample, SampleIndex } from "../src/data.ts";
import { flag, statuses } from "../src/data.ts";

const chunkSize = 200;

export type Files = Record<string, Sample[]>;

/** A sample; what isn't given is plain. */
export function sample(id: number | string, given: Partial<Sample> = {}): Sample {
  const status = given.status ?? "correct";
  return {
    id, sample: 0, data_source: "Sudoku", prompt: `Solve puzzle ${id}.`, output: `The answer is ${id}.`, thinking_end: 0, reasoning: null, extracted: `${id}`, ground_truth: `{"n": ${JSON.stringify(id)}}`,
    score: status === "correct" ? 1 : 0, status, reason: null, finish_reason: "stop", output_len: 100, prompt_len: 10, latency_ms: 1200, ttft_ms: 100, attempts: 1, flaw: null, cut: 0, picture: null, ...given,
  };
}

/** Writes a report of runs, their parts inside the page or in a folder beside it; says where it is. */
export function writeReport(folder: string, runs: Files[], way: "embedded" | "files" = "embedded", comparison?: Comparison): string {
  mkdirSync(folder, { recursive: true });
  const parts = new Map<string, unknown>();
  const entries = runs.map((files, i) => entryOf(`r${i}`, files, parts));
  const comparisons: ComparisonEntry[] = comparison ? [{ a: 0, b: 1, part: "compare/0/1" }] : [];
  if (comparison) parts.set("compare/0/1", comparison);
  const root: Root = { format: 1, way, folder: way === "files" ? "report_files" : null, page: "report", made: "2026-11-24T20:41:07+00:00", program: "0.1.0", runs: entries, comparisons };
  let data = `<script type="application/json" id="report">${escaped(root)}</script>\n`;
  if (way === "files") mkdirSync(join(folder, "report_files"), { recursive: true });
  for (const [name, value] of parts) {
    const packed = gzipSync(escaped(value), { level: 1 }).toString("base64");
    if (way === "embedded") data += `<script type="text/plain" data-part="${name}">${packed}</script>\n`;
    else writeFileSync(join(folder, "report_files", `${name.replaceAll("/", "-")}.js`), `bootcampPart("${name}","${packed}");\n`);
  }
  const path = join(folder, "report.html");
  writeFileSync(path, readFileSync("dist/report.html", "utf8").replace("<!--parts-->", () => data));
  return path;
}

/** A comparison of two runs in which some rows of one file flipped. */
export function comparisonOf(file: string, gained: number[], lost: number[]): Comparison {
  const interval = { stderr: 0.1, low: -0.2, high: 0.4 };
  const figures = { mean_a: 0.5, mean_b: 0.6, difference: 0.1, p: 0.4, detectable: 0.3, verdict: "none", text: "no difference shown; this comparison could have shown 30.0 points" };
  return {
    a: { name: "run-a", model: "model-a" }, b: { name: "run-b", model: "model-b" }, matched: 10, only_a: 0, only_b: 0,
    total: { bootcamps: 1, ...figures, fixed: interval, sampled: null, test: "permutation" },
    bootcamps: [{ bootcamp: "Sudoku", data_source: "Sudoku", file, rows: 10, ...interval, ...figures, p_holm: 0.4, test: "mcnemar", gained, lost }],
  };
}

function escaped(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function entryOf(key: string, files: Files, parts: Map<string, unknown>): RunEntry {
  const names = Object.keys(files);
  names.forEach((name, f) => {
    const index = indexOf(files[name]);
    parts.set(`${key}/index/${f}`, index);
    index.chunks.forEach((start, c) => parts.set(`${key}/samples/${f}/${c}`, files[name].slice(start, index.chunks[c + 1] ?? index.n)));
  });
  const letter = key === "r0" ? "a" : "b";
  const all = Object.values(files).flat();
  const interval = { stderr: 0.02, low: 0.4, high: 0.6 };
  const spread = { mean: 100, p50: 90, p95: 300, total: 100 * all.length };
  const measures = (samples: Sample[]) => ({
    outcomes: outcomesOf(samples), tokens: spread, latency_ms: spread, ttft_ms: spread, tokens_per_s: spread, flawed: { rows: samples.filter((each) => each.flaw).length, kinds: { wrong_key: samples.filter((each) => each.flaw).length } },
    by_length: [{ from: 50, to: 90, n: 5, mean: 0.8, low: 0.5, high: 0.95 }, { from: 91, to: 900, n: 5, mean: 0.4, low: 0.2, high: 0.7 }],
  });
  return {
    key, failures: null, live: null,
    files: names.map((file, f) => ({ file, samples: files[file].length, index: `${key}/index/${f}`, chunks: `${key}/samples/${f}/` })),
    summary: {
      run: { name: `run-${letter}`, model: `model-${letter}`, test_set: "test", started: "2026-11-24T20:40:00+00:00", finished: "2026-11-24T20:41:00+00:00", state: "complete", samples: 1, expected: all.length, scored: all.length, failed: 0, bad_rows: 0, elapsed_s: 60, options: { temperature: 0 } },
      total: { bootcamps: names.length, mean: meanOf(all), fixed: interval, sampled: names.length > 1 ? interval : null, sound: null, majority: null, avg_len: 100, ...measures(all) },
      families: ["Grids", "Logic"].map((family) => ({ family, bootcamps: 1, mean: null, fixed: null, sampled: null, outcomes: outcomesOf([]) })),
      bootcamps: names.map((file) => ({ bootcamp: files[file][0].data_source, data_source: files[file][0].data_source, file, title: files[file][0].data_source, family: "Grids", score: estimateOf(files[file]), sound: null, repeats: null, ...measures(files[file]) })),
    },
  };
}

function indexOf(samples: Sample[]): SampleIndex {
  const reasons = new Map([["", 0]]);
  const reasonOf = (text: string) => reasons.get(text) ?? (reasons.set(text, reasons.size), reasons.size - 1);
  return {
    n: samples.length,
    chunks: Array.from({ length: Math.ceil(samples.length / chunkSize) }, (_, c) => c * chunkSize),
    id: samples.map((each) => each.id), sample: null, sources: [samples[0].data_source], source: null,
    score: samples.map((each) => each.score), status: samples.map((each) => statuses.indexOf(each.status)),
    flags: samples.map((each) => (each.finish_reason === "length" ? flag.truncated : 0) | (each.flaw ? flag.flawed : 0) | (each.picture ? flag.drawn : 0)),
    tokens: samples.map((each) => each.output_len), latency: samples.map((each) => each.latency_ms),
    extracted: samples.map((each) => each.extracted?.slice(0, 80) ?? null), reason: samples.map((each) => reasonOf(each.reason?.slice(0, 160) ?? "")), reasons: [...reasons.keys()],
  };
}

function outcomesOf(samples: Sample[]): Outcomes {
  const having = (status: string) => samples.filter((each) => each.status === status).length;
  return {
    correct: having("correct"), partial: having("partial"), wrong: having("wrong"), no_answer: having("no_answer"),
    truncated: samples.filter((each) => each.finish_reason === "length").length, thinking_open: 0, empty: 0, flawed: samples.filter((each) => each.flaw).length, failed: 0,
  };
}

function meanOf(samples: Sample[]): number {
  return samples.reduce((sum, each) => sum + each.score, 0) / samples.length;
}

function estimateOf(samples: Sample[]): Estimate {
  const mean = meanOf(samples);
  return { n: samples.length, rows: samples.length, mean, stderr: 0.05, low: Math.max(0, mean - 0.1), high: Math.min(1, mean + 0.1), method: "wilson" };
}

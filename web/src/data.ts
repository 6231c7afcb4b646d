// What the page reads: the shapes told in docs/report-format.md. Only members that the page uses are named.

/** Null in a place of it: too few to say. */
export interface Interval { stderr: number | null; low: number | null; high: number | null }
export interface Estimate extends Interval { n: number; rows: number; mean: number | null; method: string }

export interface Outcomes {
  correct: number; partial: number; wrong: number; no_answer: number;
  truncated: number; thinking_open: number; empty: number; flawed: number; failed: number;
}

export interface Spread { mean: number | null; p50: number | null; p95: number | null; total?: number; source?: string }
export interface LengthBin { from: number; to: number; n: number; mean: number | null; low: number | null; high: number | null }
export interface Flawed { rows: number; kinds: Record<string, number> }

export interface Measures {
  outcomes: Outcomes;
  tokens: Spread | null;
  latency_ms: Spread | null;
  ttft_ms: Spread | null;
  tokens_per_s: Spread | null;
  by_length: LengthBin[];
  flawed: Flawed | null;
}

export interface TotalFigures { bootcamps: number; mean: number | null; fixed: Interval | null; sampled: Interval | null }
export interface Total extends TotalFigures, Measures {
  sound: (TotalFigures & { official_mean: number | null }) | null;
  majority: TotalFigures | null;
  avg_len: number | null;
}

export interface FamilyFigures { family: string; bootcamps: number; mean: number | null; fixed: Interval | null; sampled: Interval | null; outcomes: Outcomes }

export interface Repeats { k: number; pass_at: number[]; pass_all: number[]; majority: Estimate }

export interface BootcampFigures extends Measures {
  bootcamp: string; data_source: string; file: string; title: string; family: string;
  score: Estimate;
  sound: Estimate | null;
  repeats: Repeats | null;
}

export interface RunFigures {
  run: {
    name: string; model: string; test_set: string; started: string; finished: string | null; state: string;
    samples: number; expected: number; scored: number; failed: number; bad_rows: number; elapsed_s: number;
    options: Record<string, unknown>;
  };
  total: Total;
  families: FamilyFigures[];
  bootcamps: BootcampFigures[];
}

export interface FileEntry { file: string; samples: number; index: string; chunks: string }
export interface RunEntry { key: string; summary: RunFigures; files: FileEntry[]; failures: string | null; live: string | null }
export interface ComparisonEntry { a: number; b: number; part: string }

export interface Root {
  format?: number;
  way: "embedded" | "files" | "http";
  folder?: string | null;
  page?: string;
  made?: string;
  program?: string;
  runs: RunEntry[];
  comparisons: ComparisonEntry[];
}

export type RowId = number | string;

export interface SampleIndex {
  n: number;
  chunks: number[];
  id: RowId[];
  sample: number[] | null;
  sources: string[];
  source: number[] | null;
  score: number[];
  status: number[];
  flags: number[];
  tokens: number[];
  latency: (number | null)[];
  extracted: (string | null)[];
  reason: number[];
  reasons: string[];
}

export const statuses = ["correct", "partial", "wrong", "no_answer"] as const;
export type Status = (typeof statuses)[number];
export const statusNames: Record<Status, string> = { correct: "Correct", partial: "Partly correct", wrong: "Wrong", no_answer: "No answer" };

export const flag = { truncated: 1, thinking_open: 2, empty: 4, flawed: 8, drawn: 16 } as const;
export type Flag = keyof typeof flag;
export const flags = Object.keys(flag) as Flag[];

export interface Picture {
  rows: number; columns: number;
  cells: string[][];
  marks: string[];
  row_labels: string[] | null;
  column_labels: string[] | null;
  regions: number[][] | null;
}

export interface Sample {
  id: RowId; sample: number; data_source: string;
  prompt: string; output: string; thinking_end: number; reasoning: string | null;
  extracted: string | null; ground_truth: string;
  score: number; status: Status; reason: string | null;
  finish_reason: string | null; output_len: number; prompt_len: number | null;
  latency_ms: number | null; ttft_ms: number | null; attempts: number;
  flaw: { kinds: string[]; note: string } | null;
  cut: number;
  picture: Picture | null;
}

export interface Failure { file: string; id: RowId; sample: number; attempts?: number; error: string; at: string }
export interface FailureList { n: number; items: Failure[] }

export interface ComparedBootcamp extends Interval {
  bootcamp: string; data_source: string; file: string; rows: number;
  mean_a: number | null; mean_b: number | null; difference: number | null;
  p: number | null; p_holm: number | null; test: string | null; detectable: number | null; verdict: string; text: string;
  gained: RowId[]; lost: RowId[];
}

export interface Comparison {
  a: { name: string; model: string }; b: { name: string; model: string };
  matched: number; only_a: number; only_b: number;
  total: {
    bootcamps: number; mean_a: number | null; mean_b: number | null; difference: number | null;
    fixed: Interval | null; sampled: Interval | null; p: number | null; test: string | null; detectable: number | null; verdict: string; text: string;
  };
  bootcamps: ComparedBootcamp[];
}

export interface ListedRun {
  name: string; model: string; test_set: string; state: string; started: string;
  scored: number; failed: number; expected: number; mean: number | null; low: number | null; high: number | null; bootcamps: number;
}
export interface RunList { folder: string; runs: ListedRun[] }

export interface Live {
  state: string; scored: number; failed: number; expected: number;
  mean: number | null; low: number | null; high: number | null;
  tokens_per_s: number | null; elapsed_s: number | null; remaining_s: number | null;
  files: { file: string; done: number; total: number }[];
  counts: { correct: number; partial: number; wrong: number; no_answer: number; truncated: number };
  last_failures: Failure[];
}

// The samples of one run, as columns: found, filtered and loaded by a number that counts through all files of the run.

import { flag, statuses, type Comparison, type FileEntry, type Flag, type RowId, type RunEntry, type Sample, type SampleIndex, type Status } from "./data.ts";
import type { Parts } from "./parts.ts";

/** What a person looks for. */
export interface Filter {
  /** Shown statuses; none chosen: all. */
  status: Status[];
  /** `file` and `data source`, joined by a tab; empty: all. */
  bootcamp: string;
  /** What a sample must be to be shown: all of these. */
  only: Flag[];
  /** Rows whose score went up or down between two runs. */
  flipped: "" | "any" | "gained" | "lost";
  /** Looked for in id, extracted answer and reason, without regard to case. */
  text: string;
}

export const noFilter: Filter = { status: [], bootcamp: "", only: [], flipped: "", text: "" };

/** Rows that flipped, by file, data source and id. */
export class Flips {
  private readonly ids = new Map<string, { gained: Set<RowId>; lost: Set<RowId> }>();

  constructor(comparison: Comparison) {
    for (const bootcamp of comparison.bootcamps) {
      this.ids.set(keyOf(bootcamp.file, bootcamp.data_source), { gained: new Set(bootcamp.gained), lost: new Set(bootcamp.lost) });
    }
  }

  has(file: string, source: string, id: RowId, way: "any" | "gained" | "lost"): boolean {
    const ids = this.ids.get(keyOf(file, source));
    return ids !== undefined && ((way !== "lost" && ids.gained.has(id)) || (way !== "gained" && ids.lost.has(id)));
  }
}

/** Names a bootcamp of a file. */
export function keyOf(file: string, source: string): string {
  return `${file}\t${source}`;
}

/** A test file with its columns, and the number of its first sample. */
interface Shelf { file: FileEntry; index: SampleIndex; start: number }

export interface Place { file: FileEntry; index: SampleIndex; at: number }

export class Corpus {
  private shelves: Shelf[] = [];

  constructor(readonly run: RunEntry, private readonly parts: Parts) {}

  /** How many samples there are. */
  get size(): number {
    const last = this.shelves.at(-1);
    return last ? last.start + last.index.n : 0;
  }

  /** Loads the columns of all files, a few at a time. */
  async open(progress: (done: number, of: number) => void): Promise<void> {
    const files = this.run.files;
    const indexes = new Array<SampleIndex>(files.length);
    let next = 0, done = 0;
    const take = async () => {
      while (next < files.length) {
        const place = next++;
        indexes[place] = await this.parts.fresh<SampleIndex>(files[place].index);
        progress(++done, files.length);
      }
    };
    await Promise.all(Array.from({ length: 6 }, take));
    let start = 0;
    this.shelves = files.map((file, i) => {
      const shelf = { file, index: indexes[i], start };
      start += shelf.index.n;
      return shelf;
    });
  }

  place(number: number): Place {
    let low = 0, high = this.shelves.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.shelves[middle].start <= number) low = middle;
      else high = middle - 1;
    }
    const { file, index, start } = this.shelves[low];
    return { file, index, at: number - start };
  }

  /** The number of a sample; -1 when there is none. Of several samples of a row, the first. */
  find(file: string, source: string | null, id: string, sample: string | null): number {
    for (const shelf of this.shelves) {
      if (shelf.file.file !== file) continue;
      const { index } = shelf;
      for (let at = 0; at < index.n; at++) {
        if (String(index.id[at]) !== id || (source !== null && sourceAt(index, at) !== source)) continue;
        if (sample === null || String(index.sample?.[at] ?? 0) === sample) return shelf.start + at;
      }
    }
    return -1;
  }

  /** Loads a sample whole. */
  async load(number: number): Promise<Sample> {
    const { file, index, at } = this.place(number);
    const chunk = chunkOf(index.chunks, at);
    const samples = await this.parts.load<Sample[]>(file.chunks + chunk);
    const sample = samples[at - index.chunks[chunk]];
    if (!sample || sample.id !== index.id[at]) throw new StaleIndexError();
    return sample;
  }

  /** The numbers of the samples that pass, in order. */
  select(filter: Filter, flips: Flips | null): Uint32Array {
    const found = new Uint32Array(this.size);
    let n = 0;
    const needle = filter.text.toLowerCase();
    const wanted = filter.status.length === 0 ? 15 : filter.status.reduce((bits, status) => bits | (1 << statuses.indexOf(status)), 0);
    const mask = filter.only.reduce((bits, name) => bits | flag[name], 0);
    const [onlyFile, onlySource] = filter.bootcamp ? filter.bootcamp.split("\t") : [null, null];
    for (const { file, index, start } of this.shelves) {
      if (onlyFile !== null && file.file !== onlyFile) continue;
      const source = onlySource === null ? -1 : index.sources.indexOf(onlySource);
      if (onlySource !== null && source < 0) continue;
      const tellingReason = needle ? index.reasons.map((reason) => reason.toLowerCase().includes(needle)) : null;
      for (let at = 0; at < index.n; at++) {
        if ((wanted & (1 << index.status[at])) === 0 || (index.flags[at] & mask) !== mask) continue;
        if (source >= 0 && (index.source?.[at] ?? 0) !== source) continue;
        if (tellingReason && !tellingReason[index.reason[at]] && !tells(index, at, needle)) continue;
        if (filter.flipped && !flips?.has(file.file, sourceAt(index, at), index.id[at], filter.flipped)) continue;
        found[n++] = start + at;
      }
    }
    return found.subarray(0, n);
  }

  /** Looks through whole texts of the samples in a list, chunk by chunk, and tells hits as they come. */
  async search(numbers: Uint32Array, text: string, hit: (numbers: number[], looked: number) => void, stopped: () => boolean): Promise<void> {
    const needle = text.toLowerCase();
    for (let i = 0; i < numbers.length && !stopped();) {
      const { file, index, at } = this.place(numbers[i]);
      const base = numbers[i] - at;
      const chunk = chunkOf(index.chunks, at);
      const samples = await this.parts.fresh<Sample[]>(file.chunks + chunk);
      const end = base + (index.chunks[chunk + 1] ?? index.n);
      const hits: number[] = [];
      for (; i < numbers.length && numbers[i] < end; i++) {
        const sample = samples[numbers[i] - base - index.chunks[chunk]];
        if (sample && [sample.prompt, sample.output, sample.reasoning, sample.extracted, sample.ground_truth, sample.reason].some((part) => part?.toLowerCase().includes(needle))) hits.push(numbers[i]);
      }
      if (!stopped()) hit(hits, i);
    }
  }
}

/** The files of a run in progress have moved on since the index was read. */
export class StaleIndexError extends Error {
  constructor() {
    super("the run has moved on since its samples were listed");
  }
}

/** The chunk that holds a position: the last that begins at or before it. */
export function chunkOf(starts: number[], at: number): number {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function sourceAt(index: SampleIndex, at: number): string {
  return index.sources[index.source?.[at] ?? 0];
}

function tells(index: SampleIndex, at: number, needle: string): boolean {
  const extracted = index.extracted[at];
  return (extracted !== null && extracted.toLowerCase().includes(needle)) || String(index.id[at]).toLowerCase().includes(needle);
}

// How good, how sure, what went wrong: the first page of a run.

import { samplesAddress } from "./address.ts";
import { lengthChart, outcomeBar, outcomeLegend, scoreBar } from "./charts.ts";
import { keyOf } from "./corpus.ts";
import { statuses, type BootcampFigures, type FamilyFigures, type Outcomes, type RunEntry, type Total } from "./data.ts";
import { h, type Child } from "./dom.ts";
import { count, duration, points, range, rate, several, share, words } from "./format.ts";
import { sortedTable, type Column } from "./table.ts";

export function summaryPage(run: RunEntry, place: number): Node[] {
  const { total, families, bootcamps } = run.summary;
  if (bootcamps.length === 0) return [h("p", { class: "quiet" }, "No sample has been scored yet.")];
  return [
    cards(run),
    section("Bootcamps", "Sorted by score; the line across a bar is the 95% interval. A click on a name opens its samples.", bootcampTable(run, place)),
    families.length > 1 ? section("Families", "The plain mean over the bootcamps of a family, as these test sets stand.", familyTable(families)) : null,
    section("Outcomes", null, outcomeLegend(total.outcomes), h("div", { class: "tall" }, outcomeBar(total.outcomes)), overlaps(total.outcomes, place, run)),
    section("Length and score", "Samples in up to ten groups of equal size, from the shortest output to the longest.", ...lengths(total, bootcamps)),
    flawed(total, place),
    repeats(bootcamps),
  ].filter((part) => part !== null);
}

function section(title: string, about: string | null, ...content: Child[]): HTMLElement {
  return h("section", { class: "block" }, h("h2", {}, title), about ? h("p", { class: "quiet" }, about) : null, ...content);
}

function card(name: string, value: string, ...notes: Child[]): HTMLElement {
  return h("div", { class: "card" }, h("h3", {}, name), h("p", { class: "value" }, value), ...notes.map((note) => note && h("p", { class: "note" }, note)));
}

function cards(run: RunEntry): HTMLElement {
  const { total } = run.summary;
  const about = run.summary.run;
  const samples = statuses.reduce((sum, status) => sum + total.outcomes[status], 0);
  return h("section", { class: "cards", "aria-label": "At a glance" },
    h("div", { class: "card wide" },
      h("h2", {}, "Total Average"),
      h("p", { class: "value" }, points(total.mean)),
      scoreBar(total.mean, total.fixed),
      h("p", { class: "note" }, "95%: ", h("b", {}, range(total.fixed)), " for these test sets as they stand, ",
        h("b", {}, range(total.sampled)), ` for bootcamps of their kind; over ${several(total.bootcamps, "bootcamp")} that count the same`)),
    total.sound ? card("Over sound rows", points(total.sound.mean), `95%: ${range(total.sound.fixed)}`,
      `official over the same ${several(total.sound.bootcamps, "bootcamp")}: ${points(total.sound.official_mean)}`) : null,
    total.majority ? card("Majority of samples", points(total.majority.mean), `95%: ${range(total.majority.fixed)}`) : null,
    card("Samples", count(samples), about.samples > 1 ? `${about.samples} a row` : "one a row",
      about.failed ? `${several(about.failed, "request")} failed` : "no request failed",
      total.flawed?.rows ? `${several(total.flawed.rows, "row")} flawed` : null),
    card("Output tokens", count(total.tokens?.mean), "mean a sample", `p95 ${count(total.tokens?.p95)}, total ${count(total.tokens?.total)}`),
    card("Latency", duration(total.latency_ms?.p50), `median; p95 ${duration(total.latency_ms?.p95)}`,
      total.tokens_per_s?.p50 ? `${rate(total.tokens_per_s.p50)} tokens a second a request` : null));
}

function bootcampTable(run: RunEntry, place: number): HTMLElement {
  const rows = run.summary.bootcamps;
  const columns: Column<BootcampFigures>[] = [
    {
      title: "Bootcamp", by: (row) => row.title, className: "name",
      cell: (row) => h("a", { href: samplesAddress(place, { bootcamp: keyOf(row.file, row.data_source) }), title: `${row.data_source}, ${row.file}` }, row.title),
    },
    { title: "Family", by: (row) => row.family, cell: (row) => row.family, className: "family" },
    { title: "Score", by: (row) => row.score.mean, cell: (row) => points(row.score.mean), className: "number strong" },
    { title: "", cell: (row) => scoreBar(row.score.mean, row.score), className: "drawn", about: "Score with its 95% interval" },
    { title: "95%", cell: (row) => range(row.score), className: "number", about: "95% interval" },
    { title: "n", by: (row) => row.score.n, cell: (row) => count(row.score.n), className: "number", about: "samples" },
    { title: "Outcomes", cell: (row) => outcomeBar(row.outcomes), className: "drawn small" },
    { title: "Truncated", by: (row) => row.outcomes.truncated, cell: (row) => row.outcomes.truncated ? count(row.outcomes.truncated) : "", className: "number", about: "outputs cut off at max_tokens" },
    { title: "Tokens", by: (row) => row.tokens?.mean ?? null, cell: (row) => count(row.tokens?.mean), className: "number", about: "mean output length" },
  ];
  if (rows.some((row) => row.sound)) {
    columns.splice(5, 0, { title: "Sound", by: (row) => row.sound?.mean ?? null, cell: (row) => row.sound ? points(row.sound.mean) : "", className: "number", about: "score over rows without a known flaw" });
  }
  return sortedTable("Bootcamps", columns, rows, { column: 2, down: true });
}

function familyTable(families: FamilyFigures[]): HTMLElement {
  return sortedTable("Families", [
    { title: "Family", by: (row) => row.family, cell: (row) => row.family, className: "name" },
    { title: "Score", by: (row) => row.mean, cell: (row) => points(row.mean), className: "number strong" },
    { title: "", cell: (row) => scoreBar(row.mean, row.fixed), className: "drawn", about: "Score with its 95% interval" },
    { title: "95%", cell: (row) => range(row.fixed), className: "number", about: "95% interval" },
    { title: "Bootcamps", by: (row) => row.bootcamps, cell: (row) => count(row.bootcamps), className: "number" },
    { title: "Outcomes", cell: (row) => outcomeBar(row.outcomes), className: "drawn small" },
  ], families, { column: 1, down: true });
}

function overlaps(outcomes: Outcomes, place: number, run: RunEntry): HTMLElement {
  const all = statuses.reduce((sum, status) => sum + outcomes[status], 0);
  const line = (name: string, n: number, address: string | null) => n === 0 ? null
    : h("li", {}, address ? h("a", { href: address }, name) : name, ` ${count(n)} (${share(n, all)})`);
  return h("ul", { class: "plain" },
    line("Truncated at max_tokens", outcomes.truncated, samplesAddress(place, { only: ["truncated"] })),
    line("Thinking never closed", outcomes.thinking_open, samplesAddress(place, { only: ["thinking_open"] })),
    line("Empty output", outcomes.empty, samplesAddress(place, { only: ["empty"] })),
    line("On flawed rows", outcomes.flawed, samplesAddress(place, { only: ["flawed"] })),
    line("Failed requests, not among the samples", outcomes.failed, run.failures ? `#/run?run=${place}` : null));
}

function lengths(total: Total, bootcamps: BootcampFigures[]): Node[] {
  const chart = h("div", {}, lengthChart(total.by_length));
  const choice = h("select", {
    id: "length-of",
    onchange: () => {
      const chosen = bootcamps[Number(choice.value)];
      chart.replaceChildren(lengthChart(chosen ? chosen.by_length : total.by_length));
    },
  }, h("option", { value: -1 }, "All samples"), ...bootcamps.map((bootcamp, i) => h("option", { value: i }, bootcamp.title)));
  return [h("p", {}, h("label", { for: "length-of" }, "Of "), choice), chart];
}

function flawed(total: Total, place: number): HTMLElement | null {
  if (!total.flawed?.rows) return null;
  return section("Flawed rows", "Rows of the official test sets that are known to be wrong, unanswerable or ambiguous. The official score counts them; the score over sound rows leaves them out.",
    h("ul", { class: "plain" }, ...Object.entries(total.flawed.kinds).sort((a, b) => b[1] - a[1]).map(([kind, n]) => h("li", {}, `${words(kind)} ${count(n)}`))),
    h("p", {}, h("a", { href: samplesAddress(place, { only: ["flawed"] }) }, "Show their samples")));
}

function repeats(bootcamps: BootcampFigures[]): HTMLElement | null {
  const rows = bootcamps.filter((row) => row.repeats);
  if (rows.length === 0) return null;
  const k = Math.max(...rows.map((row) => row.repeats!.k));
  return section("Several samples a row", "pass@k: at least one of k samples is right; pass^k: all k are. Majority: the answer given most often.",
    sortedTable("Several samples a row", [
      { title: "Bootcamp", by: (row) => row.title, cell: (row) => row.title, className: "name" },
      { title: "pass@1", by: (row) => row.repeats!.pass_at[0], cell: (row) => points(row.repeats!.pass_at[0]), className: "number" },
      { title: `pass@${k}`, by: (row) => row.repeats!.pass_at.at(-1) ?? null, cell: (row) => points(row.repeats!.pass_at.at(-1)), className: "number" },
      { title: `pass^${k}`, by: (row) => row.repeats!.pass_all.at(-1) ?? null, cell: (row) => points(row.repeats!.pass_all.at(-1)), className: "number" },
      { title: "Majority", by: (row) => row.repeats!.majority.mean, cell: (row) => points(row.repeats!.majority.mean), className: "number" },
    ], rows, { column: 1, down: true }));
}

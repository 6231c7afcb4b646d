// Two runs side by side: what differs, how sure that is, and the rows that flipped.

import type { Address } from "./address.ts";
import { samplesAddress, writeAddress } from "./address.ts";
import { differenceBar } from "./charts.ts";
import { Corpus, keyOf } from "./corpus.ts";
import type { ComparedBootcamp, Comparison, Root, RowId } from "./data.ts";
import { h, type Child } from "./dom.ts";
import { chance, count, laidOut, points, several, signed, signedRange, visible } from "./format.ts";
import type { Parts } from "./parts.ts";
import { drawPicture } from "./picture.ts";
import { badge, extractedOf, outputOf } from "./sample-view.ts";
import { sortedTable, type Column } from "./table.ts";
import { longText, panel } from "./texts.ts";

const shownFlips = 200;

export class ComparePage {
  readonly element = h("div", { class: "compare" });
  private readonly rows = h("section", { class: "block pairview", "aria-label": "One row in both runs", tabindex: -1 });
  private readonly corpora = new Map<number, Promise<Corpus>>();
  private comparison: Comparison | null = null;

  constructor(private readonly root: Root, private readonly address: Address, private readonly parts: Parts, private readonly moved: (hash: string) => void) {
    if (root.comparisons.length === 0) {
      this.element.append(h("p", { class: "quiet" }, "This report holds one run. Give several to ", h("code", {}, "bootcamp report"), ", or choose several in ", h("code", {}, "bootcamp view"), ", to compare them."));
      return;
    }
    void this.begin();
  }

  /** Keys of this page: next and previous flipped row. */
  key(key: string): boolean {
    if (key === "Escape" && this.address.open) {
      this.openRow("");
      return true;
    }
    const by = key === "j" || key === "ArrowRight" ? 1 : key === "k" || key === "ArrowLeft" ? -1 : 0;
    const flips = this.flips();
    if (by === 0 || flips.length === 0) return false;
    const at = flips.indexOf(this.address.open);
    this.openRow(flips[at < 0 ? (by > 0 ? 0 : flips.length - 1) : Math.max(0, Math.min(flips.length - 1, at + by))]);
    return true;
  }

  private async begin(): Promise<void> {
    const entry = this.root.comparisons[this.address.comparison] ?? this.root.comparisons[0];
    try {
      this.comparison = await this.parts.load<Comparison>(entry.part);
    } catch (fault) {
      this.element.replaceChildren(h("p", { class: "fault", role: "alert" }, (fault as Error).message));
      return;
    }
    this.draw(this.comparison);
    if (this.address.open) this.openRow(this.address.open);
  }

  private draw(comparison: Comparison): void {
    const { total } = comparison;
    this.element.replaceChildren(
      ...this.chooser(),
      h("section", { class: "cards", "aria-label": "In all" },
        h("div", { class: "card wide" }, h("h2", {}, "B minus A"), h("p", { class: "value" }, signed(total.difference)),
          differenceBar(total.difference, total.fixed, scaleOf([total.difference, total.fixed?.low ?? null, total.fixed?.high ?? null])),
          h("p", { class: "note strong" }, total.text),
          h("p", { class: "note" }, `95%: ${signedRange(total.fixed)} for these test sets as they stand, ${signedRange(total.sampled)} for bootcamps of their kind; p ${(total.p ?? 1) < 0.001 ? "" : "= "}${chance(total.p)} (${total.test ?? "no test"})`)),
        this.runCard("A", comparison.a, total.mean_a), this.runCard("B", comparison.b, total.mean_b),
        h("div", { class: "card" }, h("h3", {}, "Matched rows"), h("p", { class: "value" }, count(comparison.matched)),
          h("p", { class: "note" }, `only in A ${count(comparison.only_a)}, only in B ${count(comparison.only_b)}`))),
      this.rows,
      h("section", { class: "block" }, h("h2", {}, "Bootcamps"), h("p", { class: "quiet" }, "The dot is the difference, the line its 95% interval; p after Holm's correction over bootcamps."), this.table(comparison)),
      h("section", { class: "block" }, h("h2", {}, "Rows that flipped"), ...this.flipLists(comparison)),
      ...this.allRuns());
  }

  /** All runs of the report in one table, when there are more than the two compared. */
  private allRuns(): Node[] {
    const { runs } = this.root;
    if (runs.length < 3) return [];
    const rows = new Map<string, { title: string; scores: (number | null)[] }>();
    runs.forEach((run, i) => run.summary.bootcamps.forEach((each) => {
      const key = keyOf(each.file, each.data_source);
      const row = rows.get(key) ?? { title: each.title, scores: runs.map(() => null) };
      row.scores[i] = each.score.mean;
      rows.set(key, row);
    }));
    const total = { title: "Total Average", scores: runs.map((run) => run.summary.total.mean) };
    return [h("section", { class: "block" }, h("h2", {}, "All runs"), sortedTable("All runs", [
      { title: "Bootcamp", by: (row) => row.title, cell: (row) => row.title, className: "name" },
      ...runs.map((run, i): Column<typeof total> => ({ title: visible(run.summary.run.model), about: run.summary.run.name, by: (row) => row.scores[i], cell: (row) => points(row.scores[i]), className: "number" })),
    ], [total, ...rows.values()], { column: 1, down: true }))];
  }

  private chooser(): Node[] {
    if (this.root.comparisons.length < 2) return [];
    const choice: HTMLSelectElement = h("select", {
      id: "with", onchange: () => {
        location.hash = writeAddress({ ...this.address, comparison: Number(choice.value), open: "" });
      },
    }, ...this.root.comparisons.map((entry, i) => h("option", { value: i, selected: i === this.address.comparison }, `${this.root.runs[entry.a].summary.run.name} and ${this.root.runs[entry.b].summary.run.name}`)));
    return [h("p", {}, h("label", { for: "with" }, "Compare "), choice)];
  }

  private runCard(letter: string, run: { name: string; model: string }, mean: number | null): HTMLElement {
    return h("div", { class: "card" }, h("h3", {}, `${letter}: ${run.model}`), h("p", { class: "value" }, points(mean)), h("p", { class: "note" }, run.name));
  }

  private table(comparison: Comparison): HTMLElement {
    const scale = scaleOf(comparison.bootcamps.flatMap((row) => [row.difference, row.low, row.high]));
    return sortedTable<ComparedBootcamp>("Differences by bootcamp", [
      { title: "Bootcamp", by: (row) => this.titleOf(row), cell: (row) => h("span", { title: `${row.data_source}, ${row.file}` }, this.titleOf(row)), className: "name" },
      { title: "A", by: (row) => row.mean_a, cell: (row) => points(row.mean_a), className: "number" },
      { title: "B", by: (row) => row.mean_b, cell: (row) => points(row.mean_b), className: "number" },
      { title: "B − A", by: (row) => row.difference, cell: (row) => signed(row.difference), className: "number strong" },
      { title: "", cell: (row) => differenceBar(row.difference, row, scale), className: "drawn", about: "Difference with its 95% interval" },
      { title: "95%", cell: (row) => signedRange(row), className: "number" },
      { title: "p", by: (row) => row.p_holm, cell: (row) => chance(row.p_holm), className: "number", about: "after Holm's correction" },
      { title: "Rows", by: (row) => row.rows, cell: (row) => count(row.rows), className: "number" },
      { title: "Up", by: (row) => row.gained.length, cell: (row) => row.gained.length || "", className: "number" },
      { title: "Down", by: (row) => row.lost.length, cell: (row) => row.lost.length || "", className: "number" },
      { title: "Verdict", cell: (row) => row.text, className: "said" },
    ], comparison.bootcamps, { column: 3, down: true });
  }

  private titleOf(row: ComparedBootcamp): string {
    return this.root.runs.flatMap((run) => run.summary.bootcamps).find((each) => each.file === row.file && each.data_source === row.data_source)?.title ?? row.bootcamp;
  }

  private flips(): string[] {
    return (this.comparison?.bootcamps ?? []).flatMap((row) => [...row.gained, ...row.lost].map((id) => this.rowKey(row, id)));
  }

  private rowKey(row: ComparedBootcamp, id: RowId): string {
    return `${row.file}\t${id}\t${row.data_source}`;
  }

  private flipLists(comparison: Comparison): Child[] {
    const flipped = comparison.bootcamps.filter((row) => row.gained.length + row.lost.length > 0);
    if (flipped.length === 0) return [h("p", { class: "quiet" }, "None: every matched row has the same score in both.")];
    const entry = this.root.comparisons[this.address.comparison] ?? this.root.comparisons[0];
    const up = flipped.reduce((sum, row) => sum + row.gained.length, 0), down = flipped.reduce((sum, row) => sum + row.lost.length, 0);
    const ids = (row: ComparedBootcamp, list: RowId[]) => h("div", { class: "ids" },
      ...list.slice(0, shownFlips).map((id) => h("button", { type: "button", "data-row": this.rowKey(row, id), onclick: () => this.openRow(this.rowKey(row, id), true) }, visible(String(id)))),
      list.length > shownFlips ? `and ${count(list.length - shownFlips)} more` : null);
    return [
      h("p", {}, `${several(up, "row")} went up, ${several(down, "row")} went down. A click shows the row in both runs; `, h("kbd", {}, "j"), " and ", h("kbd", {}, "k"), " go through them. ",
        h("a", { href: samplesAddress(entry.b, { flipped: "any" }, "", this.address.comparison) }, "Show them in the sample browser")),
      h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Rows that flipped" }, h("table", { class: "figures flips" },
        h("thead", {}, h("tr", {}, ...["Bootcamp", "Better in B", "Worse in B"].map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, ...flipped.map((row) => h("tr", {}, h("th", { scope: "row", class: "name" }, this.titleOf(row)), h("td", {}, ids(row, row.gained)), h("td", {}, ids(row, row.lost))))))),
    ];
  }

  private openRow(key: string, focus = false): void {
    this.address.open = key;
    this.moved(writeAddress(this.address));
    for (const button of this.element.querySelectorAll("[data-row]")) button.classList.toggle("chosen", button.getAttribute("data-row") === key);
    if (key === "") this.rows.replaceChildren();
    else void this.showRow(key, focus);
  }

  private async showRow(key: string, focus: boolean): Promise<void> {
    const entry = this.root.comparisons[this.address.comparison] ?? this.root.comparisons[0];
    const [file, id, source] = key.split("\t");
    const title = h("header", {}, h("h2", {}, `${visible(file)} ${visible(id ?? "")}`), h("div", { class: "buttons" },
      h("button", { type: "button", title: "Previous (k)", onclick: () => this.key("k") }, "Previous"),
      h("button", { type: "button", title: "Next (j)", onclick: () => this.key("j") }, "Next"),
      h("button", { type: "button", title: "Close (Escape)", onclick: () => this.openRow("") }, "Close")));
    try {
      const [a, b] = await Promise.all([entry.a, entry.b].map(async (run) => {
        const corpus = await this.corpus(run);
        const number = corpus.find(file, source ?? null, id ?? "", null);
        return number < 0 ? null : corpus.load(number);
      }));
      if (key !== this.address.open) return;
      const side = (letter: string, run: number, sample: typeof a) => h("section", { class: "panel" },
        h("h3", {}, `${letter}: ${this.root.runs[run].summary.run.model}`),
        ...(sample
          ? [h("p", { class: "verdict" }, badge(sample), sample.reason ? h("span", { class: "reason" }, visible(sample.reason)) : null),
            h("h4", {}, "Extracted answer"), extractedOf(sample, ` of ${letter}`), sample.picture ? drawPicture(sample.picture, ` of ${letter}`) : null,
            h("h4", {}, "Output"), ...outputOf(sample, ` of ${letter}`)].filter((part): part is HTMLElement => part instanceof HTMLElement)
          : [h("p", { class: "quiet" }, "This run has no such row.")]));
      const either = a ?? b;
      this.rows.replaceChildren(title, h("div", { class: "pair" }, side("A", entry.a, a), side("B", entry.b, b)),
        ...(either ? [h("div", { class: "pair" }, panel("Prompt", longText(either.prompt, "Prompt")), panel("Ground truth", longText(laidOut(either.ground_truth), "Ground truth")))] : []));
    } catch (fault) {
      this.rows.replaceChildren(title, h("p", { class: "fault", role: "alert" }, (fault as Error).message));
    }
    if (focus) this.rows.focus({ preventScroll: true });
    this.rows.scrollIntoView({ block: "nearest" });
  }

  private corpus(run: number): Promise<Corpus> {
    let corpus = this.corpora.get(run);
    if (!corpus) {
      const opened = new Corpus(this.root.runs[run], this.parts);
      corpus = opened.open(() => {}).then(() => opened);
      this.corpora.set(run, corpus);
    }
    return corpus;
  }
}

/** The scale on which all of some differences can be drawn. */
function scaleOf(values: (number | null)[]): number {
  return Math.min(1, Math.max(0.05, ...values.map((value) => Math.abs(value ?? 0))));
}

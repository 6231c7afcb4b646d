// The sample browser: filters, a list of any length, and beside it the open sample.

import type { Address } from "./address.ts";
import { writeAddress } from "./address.ts";
import { Corpus, Flips, keyOf, noFilter, sourceAt, StaleIndexError, type Filter } from "./corpus.ts";
import { flag, flags, statuses, statusNames, type Comparison, type Flag, type Root, type RunEntry, type Status } from "./data.ts";
import { h, unseen, type Child } from "./dom.ts";
import { count, several, visible } from "./format.ts";
import type { Parts } from "./parts.ts";
import { showSample } from "./sample-view.ts";
import { VirtualList } from "./virtual-list.ts";

const rowHeight = 30;
const mostRenewals = 20;
/** While a search goes on, the list is drawn again after so many milliseconds. */
const redrawAfter = 250;
const signs = ["✓", "◐", "✗", "∅"];

export class SamplesPage {
  readonly element = h("div", { class: "samples" });
  private readonly run: RunEntry;
  private readonly corpus: Corpus;
  private readonly search = h("input", { type: "search", id: "search", placeholder: "id, answer, reason", oninput: () => this.typed() });
  private readonly tally = h("p", { class: "tally", role: "status" });
  private readonly detail = h("section", { class: "detail", "aria-label": "Sample", tabindex: -1 });
  private readonly list: VirtualList;
  private readonly filters = h("form", { class: "filters", role: "search", "aria-label": "Filters", onsubmit: (event: Event) => event.preventDefault() });
  private readonly deep = h("button", { type: "button", onclick: () => void this.searchTexts() }, "Search whole texts");
  private filter: Filter;
  private found: Uint32Array = new Uint32Array(0);
  private active = -1;
  private flips: Flips | null = null;
  private typing = 0;
  private searches = 0;
  private renewals = 0;

  constructor(private readonly root: Root, private readonly address: Address, private readonly parts: Parts, private readonly moved: (hash: string) => void) {
    this.run = root.runs[address.run];
    this.filter = { ...address.filter };
    this.corpus = new Corpus(this.run, parts);
    this.list = new VirtualList({ label: "Samples", rowHeight, row: (place) => this.row(place), moved: (place) => (this.active = place), chosen: (place) => this.open(place) });
    this.element.append(this.filters, h("div", { class: "browser" }, h("div", { class: "side" }, this.tally, this.list.element), this.detail));
    this.showFilters();
    void this.begin();
  }

  /** A key that the page itself has no use for; says whether it was one of ours. */
  key(key: string): boolean {
    const moves: Record<string, () => void> = {
      j: () => this.step(1), k: () => this.step(-1), ArrowRight: () => this.step(1), ArrowLeft: () => this.step(-1),
      n: () => this.stepWrong(1), p: () => this.stepWrong(-1),
      o: () => this.open(Math.max(0, this.active)), Enter: () => this.open(Math.max(0, this.active)),
      t: () => this.toggleThinking(), "/": () => this.search.focus(), Escape: () => this.close(),
    };
    if (!Object.hasOwn(moves, key)) return false;
    moves[key]();
    return true;
  }

  private async begin(): Promise<void> {
    try {
      await this.corpus.open((done, of) => (this.tally.textContent = `Reading the index: ${done} of ${of} files`));
      this.tell("");
      if (this.filter.flipped) await this.loadFlips();
      this.apply();
      const [file, id, sample] = this.address.open.split("\t");
      if (id === undefined) return;
      const number = this.corpus.find(file, null, id, sample ?? null);
      if (number >= 0) this.openNumber(number);
    } catch (fault) {
      this.fail(fault);
    }
  }

  /** Loads which rows flipped, once it is asked for: to compare large runs takes a while. */
  private async loadFlips(): Promise<void> {
    const comparison = this.root.comparisons[this.address.comparison];
    if (comparison && !this.flips) this.flips = new Flips(await this.parts.load<Comparison>(comparison.part));
  }

  private async flippedChosen(way: Filter["flipped"]): Promise<void> {
    try {
      this.tell("Comparing …");
      await this.loadFlips();
      this.filter.flipped = way;
      this.changed();
    } catch (fault) {
      this.fail(fault);
    }
  }

  private typed(): void {
    this.filter.text = this.search.value;
    clearTimeout(this.typing);
    this.typing = window.setTimeout(() => this.changed(), 120);
  }

  private changed(): void {
    clearTimeout(this.typing);
    this.address.filter = this.filter;
    this.moved(writeAddress(this.address));
    this.apply();
  }

  /** Filters anew; the open sample stays open, and stays active when it is still in the list. */
  private apply(): void {
    this.searches++;
    const open = this.active >= 0 ? this.found[this.active] : -1;
    const begun = performance.now();
    this.found = this.corpus.select(this.filter, this.flips);
    this.active = open < 0 ? -1 : this.found.indexOf(open);
    this.list.show(this.found.length, this.active);
    performance.measure("filter", { start: begun });
    this.tell(`${count(this.found.length)} of ${several(this.corpus.size, "sample")}`);
    this.deep.disabled = this.filter.text === "";
  }

  private tell(text: string): void {
    this.tally.textContent = text;
  }

  private fail(fault: unknown): void {
    if (fault instanceof StaleIndexError && this.renewals++ < mostRenewals) {
      this.parts.forget();
      void this.begin();
      return;
    }
    this.tally.replaceChildren(h("span", { class: "fault" }, fault instanceof Error ? fault.message : String(fault)));
  }

  /** Looks through prompts, outputs and truths too; hits are added as they come. */
  private async searchTexts(): Promise<void> {
    const mine = ++this.searches;
    const among = this.corpus.select({ ...this.filter, text: "" }, this.flips);
    const hits: number[] = [];
    let drawn = 0;
    this.found = new Uint32Array(0);
    this.active = -1;
    this.list.show(0, -1);
    const stopped = () => mine !== this.searches || !this.element.isConnected;
    try {
      await this.corpus.search(among, this.filter.text, (numbers, looked) => {
        hits.push(...numbers);
        if (looked === among.length || performance.now() - drawn > redrawAfter) {
          drawn = performance.now();
          this.found = Uint32Array.from(hits);
          this.list.show(this.found.length, this.active);
        }
        this.tell(`${several(hits.length, "hit")} in ${count(looked)} of ${several(among.length, "sample")}${looked < among.length ? " …" : ""}`);
      }, stopped);
    } catch (fault) {
      this.fail(fault);
    }
  }

  private row(place: number): Node[] {
    const { index, at } = this.corpus.place(this.found[place]);
    const source = sourceAt(index, at);
    const bits = index.flags[at];
    const sample = index.sample?.[at];
    const status = index.status[at];
    return [
      h("span", { class: `sign ${statuses[status]}`, "aria-hidden": "true" }, signs[status] ?? ""),
      unseen(statusNames[statuses[status]] ?? ""),
      h("span", { class: "source" }, this.titleOf(source)),
      h("span", { class: "id" }, ` ${visible(String(index.id[at]))}${sample ? `.${sample}` : ""}`),
      h("span", { class: "answer" }, visible(index.reasons[index.reason[at]] || index.extracted[at] || "").replaceAll("\n", " ")),
      bits & flag.truncated ? h("span", { class: "tag" }, "cut") : "",
      bits & flag.flawed ? h("span", { class: "tag flawed" }, "flawed") : "",
    ].filter((part) => part !== "") as Node[];
  }

  private titleOf(source: string): string {
    return this.run.summary.bootcamps.find((bootcamp) => bootcamp.data_source === source)?.title ?? source;
  }

  private step(by: number): void {
    const next = this.active < 0 ? (by > 0 ? 0 : this.found.length - 1) : this.active + by;
    if (next >= 0 && next < this.found.length) this.open(next);
  }

  private stepWrong(by: number): void {
    for (let place = this.active < 0 ? (by > 0 ? 0 : this.found.length - 1) : this.active + by; place >= 0 && place < this.found.length; place += by) {
      const { index, at } = this.corpus.place(this.found[place]);
      if (index.status[at] !== 0) return this.open(place);
    }
    this.tell(by > 0 ? "No wrong sample follows in this list" : "No wrong sample comes before in this list");
  }

  private toggleThinking(): void {
    for (const fold of this.detail.querySelectorAll<HTMLDetailsElement>("details.fold")) fold.open = !fold.open;
  }

  private open(place: number): void {
    if (place >= this.found.length) return;
    this.active = place;
    this.list.activate(place);
    this.openNumber(this.found[place]);
  }

  private openNumber(number: number): void {
    this.active = this.found.indexOf(number);
    if (this.active >= 0) this.list.activate(this.active);
    void this.show(number);
  }

  private async show(number: number): Promise<void> {
    const { file, index, at } = this.corpus.place(number);
    const id = String(index.id[at]), which = index.sample?.[at] ?? 0;
    this.address.open = `${file.file}\t${id}\t${which}`;
    this.moved(writeAddress(this.address));
    const title = h("h2", {}, `${this.titleOf(sourceAt(index, at))} `, h("span", { class: "id" }, `${visible(id)}${index.sample ? `.${which}` : ""}`), h("span", { class: "file" }, file.file));
    const mine = this.address.open;
    try {
      const sample = await this.corpus.load(number);
      if (mine !== this.address.open) return;
      this.renewals = 0;
      const figures = this.run.summary.bootcamps.find((bootcamp) => bootcamp.data_source === sample.data_source && bootcamp.file === file.file);
      this.detail.replaceChildren(h("header", {}, title, this.buttons()), ...this.others(file.file, id), ...showSample(sample, figures));
      this.element.classList.add("opened");
      this.detail.scrollTop = 0;
    } catch (fault) {
      if (fault instanceof StaleIndexError && this.renewals < mostRenewals) return this.fail(fault);
      this.detail.replaceChildren(h("header", {}, title, this.buttons()), h("p", { class: "fault", role: "alert" }, fault instanceof Error ? fault.message : String(fault)));
    }
  }

  /** Links to the same row in the report's comparisons. */
  private others(file: string, id: string): Node[] {
    const links = this.root.comparisons.flatMap((comparison, i) => comparison.a === this.address.run || comparison.b === this.address.run
      ? [h("a", { href: writeAddress({ page: "compare", run: this.address.run, comparison: i, filter: noFilter, open: `${file}\t${id}` }) }, `Beside ${this.nameOf(comparison.a === this.address.run ? comparison.b : comparison.a)}`)] : []);
    return links.length ? [h("p", { class: "others" }, ...links)] : [];
  }

  private nameOf(run: number): string {
    return this.root.runs[run].summary.run.name;
  }

  private buttons(): HTMLElement {
    const button = (text: string, key: string, act: () => void) => h("button", { type: "button", onclick: act, title: `${text} (${key})`, "aria-keyshortcuts": key }, text);
    return h("div", { class: "buttons" },
      button("Previous", "k", () => this.step(-1)), button("Next", "j", () => this.step(1)), button("Next wrong", "n", () => this.stepWrong(1)), button("Close", "Escape", () => this.close()));
  }

  private close(): void {
    if (document.activeElement === this.search && this.search.value !== "") {
      this.search.value = "";
      this.typed();
      return;
    }
    this.address.open = "";
    this.moved(writeAddress(this.address));
    this.element.classList.remove("opened");
    this.detail.replaceChildren(this.hint());
    this.list.element.focus();
  }

  private hint(): HTMLElement {
    return h("p", { class: "quiet hint" }, "Choose a sample: its prompt, output, answer and verdict show here. ", h("kbd", {}, "j"), " next, ", h("kbd", {}, "k"), " previous, ", h("kbd", {}, "n"), " next wrong one.");
  }

  private showFilters(): void {
    const { filter } = this;
    const box = (name: string, checked: boolean, set: (on: boolean) => void, ...label: Child[]) => {
      const input: HTMLInputElement = h("input", { type: "checkbox", name, checked, onchange: () => (set(input.checked), this.changed()) });
      return h("label", { class: "check" }, input, ...label);
    };
    const status = (name: Status) => box(name, filter.status.includes(name), (on) => (filter.status = statuses.filter((each) => (each === name ? on : filter.status.includes(each)))),
      h("span", { class: `key ${name}`, "aria-hidden": "true" }), statusNames[name]);
    const only = (name: Flag, label: string) => box(name, filter.only.includes(name), (on) => (filter.only = flags.filter((each) => (each === name ? on : filter.only.includes(each)))), label);
    const bootcamp: HTMLSelectElement = h("select", { id: "bootcamp", onchange: () => ((filter.bootcamp = bootcamp.value), this.changed()) },
      h("option", { value: "" }, "All bootcamps"),
      ...this.run.summary.bootcamps.map((each) => h("option", { value: keyOf(each.file, each.data_source), selected: keyOf(each.file, each.data_source) === filter.bootcamp }, each.title)));
    const compared = this.root.comparisons[this.address.comparison];
    const flipped: HTMLSelectElement = h("select", { id: "flipped", onchange: () => void this.flippedChosen(flipped.value as Filter["flipped"]) },
      ...[["", "All rows"], ["any", "Flipped"], ["gained", "Better in the later run"], ["lost", "Worse in the later run"]].map(([value, name]) => h("option", { value, selected: value === filter.flipped }, name)));
    this.search.value = filter.text;
    const { total } = this.run.summary;
    this.filters.append(
      h("span", { class: "field" }, h("label", { for: "search" }, "Search"), this.search, unseen("Looks in ids, answers and reasons"), this.deep),
      h("span", { class: "field" }, h("label", { for: "bootcamp" }, "Bootcamp"), bootcamp),
      h("fieldset", {}, h("legend", { class: "unseen" }, "Status"), ...statuses.map(status)),
      h("fieldset", {}, h("legend", { class: "unseen" }, "Only"),
        only("truncated", "Truncated"),
        total.outcomes.thinking_open ? only("thinking_open", "Thinking never closed") : null,
        total.outcomes.empty ? only("empty", "Empty") : null,
        total.flawed?.rows ? only("flawed", "Flawed row") : null,
        only("drawn", "With a grid")));
    if (compared) this.filters.append(h("span", { class: "field" }, h("label", { for: "flipped" }, "Between runs"), flipped));
    this.detail.replaceChildren(this.hint());
  }
}

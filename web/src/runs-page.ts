// The runs under the viewer's folder: open one, or choose several to compare.

import { scoreBar } from "./charts.ts";
import type { ListedRun, RunList } from "./data.ts";
import { h } from "./dom.ts";
import { count, moment, points, range, several, visible } from "./format.ts";
import { askJson } from "./parts.ts";

const pause = 2000;

export class RunsPage {
  readonly element = h("div", { class: "runs" });
  private readonly chosen: string[] = [];
  private readonly compare = h("button", { type: "button", disabled: true, onclick: () => this.go() }, "Compare chosen runs");
  private readonly body = h("tbody");
  private readonly about = h("p", { class: "quiet", role: "status" });
  private last = "";

  constructor() {
    this.element.append(
      h("section", { class: "block" }, h("h2", {}, "Runs"), this.about, h("p", {}, this.compare),
        h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Runs" }, h("table", { class: "figures" },
          h("thead", {}, h("tr", {}, ...["Compare", "Run", "Model", "Test set", "State", "Score", "", "95%", "Samples", "Started"].map((name) => h("th", { scope: "col" }, name)))),
          this.body))));
    void this.ask();
  }

  private async ask(): Promise<void> {
    try {
      const list = await askJson<RunList>("/api/runs");
      const text = JSON.stringify(list);
      if (text !== this.last) this.draw(list);
      this.last = text;
    } catch (fault) {
      this.about.textContent = `The viewer doesn't answer: ${(fault as Error).message}`;
      this.last = "";
    }
    setTimeout(() => this.element.isConnected && !document.hidden ? void this.ask() : this.wait(), pause);
  }

  private wait(): void {
    document.addEventListener("visibilitychange", () => void this.ask(), { once: true });
  }

  private draw(list: RunList): void {
    this.about.textContent = list.runs.length ? `${several(list.runs.length, "run")} under ${list.folder}, newest first` : `There is no run under ${list.folder} yet.`;
    const focused = document.activeElement?.getAttribute("data-run");
    this.body.replaceChildren(...list.runs.map((run) => this.row(run)));
    if (focused) this.body.querySelector<HTMLElement>(`[data-run="${CSS.escape(focused)}"]`)?.focus();
  }

  private row(run: ListedRun): HTMLElement {
    const box: HTMLInputElement = h("input", {
      type: "checkbox", "data-run": run.name, checked: this.chosen.includes(run.name), disabled: run.state === "damaged", "aria-label": `Compare ${run.name}`, onchange: () => this.choose(run.name, box.checked),
    });
    return h("tr", {},
      h("td", {}, box),
      h("th", { scope: "row", class: "name" }, run.state === "damaged" ? visible(run.name) : h("a", { href: `/report?run=${encodeURIComponent(run.name)}` }, visible(run.name))),
      h("td", {}, visible(run.model)), h("td", {}, visible(run.test_set)), h("td", {}, h("span", { class: `state ${run.state}` }, run.state)),
      h("td", { class: "number strong" }, points(run.mean)), h("td", { class: "drawn small" }, run.mean === null ? null : scoreBar(run.mean, { stderr: null, low: run.low, high: run.high })),
      h("td", { class: "number" }, range(run)),
      h("td", { class: "number" }, run.scored + run.failed < run.expected ? `${count(run.scored)} of ${count(run.expected)}` : count(run.scored)),
      h("td", {}, moment(run.started)));
  }

  private choose(name: string, on: boolean): void {
    const at = this.chosen.indexOf(name);
    if (on && at < 0) this.chosen.push(name);
    if (!on && at >= 0) this.chosen.splice(at, 1);
    this.compare.disabled = this.chosen.length < 2;
    this.compare.textContent = this.chosen.length < 2 ? "Compare chosen runs" : `Compare ${this.chosen.length} chosen runs`;
  }

  /** The first chosen is the one that the others are compared with. */
  private go(): void {
    location.href = `/report?${this.chosen.map((name) => `run=${encodeURIComponent(name)}`).join("&")}#/compare`;
  }
}

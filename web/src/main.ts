// The page as a whole: reads the root, shows the pages by the address, and hands keys on.

import { pageNames, readAddress, writeAddress, type Address, type PageName } from "./address.ts";
import { ComparePage } from "./compare-page.ts";
import { noFilter } from "./corpus.ts";
import type { Root } from "./data.ts";
import { h } from "./dom.ts";
import { moment, visible } from "./format.ts";
import { helpDialog } from "./help.ts";
import { livePanel } from "./live-panel.ts";
import { Parts, readRoot } from "./parts.ts";
import { runPage } from "./run-page.ts";
import { RunsPage } from "./runs-page.ts";
import { SamplesPage } from "./samples-page.ts";
import { summaryPage } from "./summary-page.ts";
import { nextTheme, startTheme } from "./theme.ts";

const titles: Record<PageName, string> = { summary: "Summary", samples: "Samples", compare: "Comparison", run: "Run" };

class App {
  private readonly parts: Parts;
  private readonly main = h("main", { id: "main", tabindex: -1 });
  private readonly header = h("header", { class: "banner" });
  private readonly help = helpDialog();
  private address!: Address;
  private shown: { key(key: string): boolean } | null = null;

  constructor(private readonly root: Root) {
    this.parts = new Parts(root);
    document.getElementById("app")!.replaceChildren(
      h("a", { class: "skip", href: "#main", onclick: (event: Event) => (event.preventDefault(), this.main.focus()) }, "Skip to content"), this.header, this.main, this.footer(), this.help);
    document.addEventListener("keydown", (event) => this.key(event));
    if (root.page === "runs") {
      document.title = "Runs";
      this.header.append(this.brand(), this.themeButton());
      this.main.append(new RunsPage().element);
      return;
    }
    addEventListener("hashchange", () => this.show());
    this.show();
  }

  private show(): void {
    const address = readAddress(location.hash);
    address.run = Math.min(address.run, this.root.runs.length - 1);
    address.comparison = Math.max(0, Math.min(address.comparison, this.root.comparisons.length - 1));
    this.address = address;
    const run = this.root.runs[address.run];
    document.title = `${titles[address.page]}: ${run.summary.run.name}`;
    this.header.replaceChildren(this.brand(), this.navigation(), this.runChooser(), this.themeButton(), h("button", { type: "button", title: "Keys (?)", onclick: () => this.help.showModal() }, "Keys"));
    const live = run.live && address.page === "summary" ? [livePanel(run.live, run.summary.run.started, () => location.reload())] : [];
    const moved = (hash: string) => history.replaceState(null, "", hash);
    this.shown = null;
    this.main.className = address.page;
    if (address.page === "samples" || address.page === "compare") {
      const page = address.page === "samples" ? new SamplesPage(this.root, address, this.parts, moved) : new ComparePage(this.root, address, this.parts, moved);
      this.shown = page;
      this.main.replaceChildren(h("h1", { class: "unseen" }, titles[address.page]), page.element);
    } else {
      const content = address.page === "summary" ? summaryPage(run, address.run) : runPage(run, this.parts);
      this.main.replaceChildren(h("h1", { class: "unseen" }, titles[address.page]), ...live, ...content);
    }
    scrollTo(0, 0);
  }

  private brand(): HTMLElement {
    const name = this.root.way === "http" ? h("a", { href: "/" }, "BootcampEval") : h("span", {}, "BootcampEval");
    return h("p", { class: "brand" }, name);
  }

  private navigation(): HTMLElement {
    const pages = pageNames.filter((page) => page !== "compare" || this.root.comparisons.length > 0);
    return h("nav", { "aria-label": "Pages" }, ...pages.map((page) =>
      h("a", { href: this.addressOf(page), "aria-current": page === this.address.page ? "page" : null }, titles[page])));
  }

  private addressOf(page: PageName): string {
    return writeAddress({ page, run: this.address.run, comparison: this.address.comparison, filter: noFilter, open: "" });
  }

  private runChooser(): HTMLElement {
    const { runs } = this.root;
    const about = (place: number) => `${runs[place].summary.run.model} · ${runs[place].summary.run.name}`;
    if (runs.length === 1 || this.address.page === "compare") return h("p", { class: "which" }, runs.length === 1 ? visible(about(0)) : `${runs.length} runs`);
    const choice: HTMLSelectElement = h("select", {
      "aria-label": "Run", onchange: () => {
        location.hash = writeAddress({ ...this.address, run: Number(choice.value), open: "" });
      },
    }, ...runs.map((_, place) => h("option", { value: place, selected: place === this.address.run }, visible(about(place)))));
    return h("p", { class: "which" }, choice);
  }

  private themeButton(): HTMLElement {
    return h("button", { type: "button", title: "Light or dark (d)", class: "theme", onclick: nextTheme }, "Light / dark");
  }

  private footer(): HTMLElement {
    const made = this.root.made ? `, ${moment(this.root.made)}` : "";
    return h("footer", {}, `BootcampEval ${this.root.program ?? ""}${made}`);
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || this.help.open) return;
    const target = event.target as Element;
    const typing = target.matches("input:not([type=checkbox]), select, textarea");
    if (typing && event.key !== "Escape") return;
    if ((event.key === "Enter" || event.key === " ") && target.closest("button, a, summary, input")) return;
    if (event.key.startsWith("Arrow") && target.closest(".scroll, pre")) return;
    const page = pageNames[Number(event.key) - 1];
    if (event.key === "?") this.help.showModal();
    else if (event.key === "d") nextTheme();
    else if (page && this.root.page !== "runs") location.hash = this.addressOf(page);
    else if (event.key === "/" && !this.shown?.key("/") && this.root.page !== "runs") location.hash = this.addressOf("samples");
    else if (event.key !== "/" && !this.shown?.key(event.key)) return;
    event.preventDefault();
  }
}

startTheme();
const begun = performance.now();
try {
  new App(readRoot());
} catch (fault) {
  document.getElementById("app")!.replaceChildren(h("p", { class: "fault", role: "alert" }, `This report can't be shown: ${(fault as Error).message}`));
}
performance.measure("open", { start: begun });

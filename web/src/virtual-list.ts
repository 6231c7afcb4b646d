// A list of any length of which only the visible rows are in the page. Browsers bound how tall an element can be (some at 16 million pixels),
// so a very long list scrolls in proportion.

import { h } from "./dom.ts";

const tallest = 8_000_000;

/** Which rows show: the first one and how far above the window's top its upper edge lies. */
export function firstShown(scrollTop: number, viewHeight: number, rowHeight: number, count: number): { first: number; shift: number } {
  const full = count * rowHeight;
  const top = full <= tallest ? scrollTop : (scrollTop / (tallest - viewHeight)) * (full - viewHeight);
  const first = Math.max(0, Math.min(count - 1, Math.floor(top / rowHeight)));
  return { first, shift: top - first * rowHeight };
}

/** How far to scroll so that a place of the full list stands at the top. */
export function scrollFor(top: number, viewHeight: number, rowHeight: number, count: number): number {
  const full = count * rowHeight;
  return full <= tallest ? top : (top / (full - viewHeight)) * (tallest - viewHeight);
}

export interface ListOptions {
  label: string;
  rowHeight: number;
  /** Makes the content of a row. */
  row: (place: number) => Node[];
  /** The keyboard made another row the active one. */
  moved: (place: number) => void;
  /** A row was chosen with pointer or Enter. */
  chosen: (place: number) => void;
}

/** A listbox: the element keeps the focus, the active row is told by aria-activedescendant. */
export class VirtualList {
  readonly element: HTMLElement;
  private readonly spacer = h("div", { class: "spacer", role: "presentation" });
  private readonly window = h("div", { class: "window", role: "presentation" });
  private count = 0;
  private active = -1;

  constructor(private readonly options: ListOptions) {
    this.element = h("div", {
      class: "list", role: "listbox", tabindex: 0, "aria-label": options.label,
      onscroll: () => this.draw(),
      onkeydown: (event: KeyboardEvent) => this.key(event),
      onclick: (event: MouseEvent) => this.click(event),
    }, this.spacer, this.window);
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** Shows a list of another length. */
  show(count: number, active: number): void {
    this.count = count;
    this.active = active;
    this.spacer.style.height = `${Math.min(tallest, count * this.options.rowHeight)}px`;
    if (active < 0) this.element.scrollTop = 0;
    else this.reveal();
    this.draw();
  }

  /** Marks a row as the active one and scrolls to it. */
  activate(place: number): void {
    this.active = place;
    this.reveal();
    this.draw();
  }

  private reveal(): void {
    const { rowHeight } = this.options;
    const view = this.element.clientHeight;
    if (this.active < 0 || view === 0) return;
    const { first, shift } = firstShown(this.element.scrollTop, view, rowHeight, this.count);
    const top = this.active * rowHeight, windowTop = first * rowHeight + shift;
    if (top < windowTop) this.element.scrollTop = scrollFor(top, view, rowHeight, this.count);
    else if (top + rowHeight > windowTop + view) this.element.scrollTop = scrollFor(top + rowHeight - view, view, rowHeight, this.count);
  }

  private draw(): void {
    const { rowHeight, row } = this.options;
    const view = this.element.clientHeight || 600;
    const { first, shift } = firstShown(this.element.scrollTop, view, rowHeight, this.count);
    const last = Math.min(this.count, first + Math.ceil(view / rowHeight) + 1);
    this.window.style.transform = `translateY(${this.element.scrollTop - shift}px)`;
    const rows: Node[] = [];
    for (let place = first; place < last; place++) {
      rows.push(h("div", {
        class: "row", role: "option", id: `row-${place}`, "data-place": place, "aria-selected": place === this.active ? "true" : "false",
        "aria-setsize": this.count, "aria-posinset": place + 1,
      }, ...row(place)));
    }
    this.window.replaceChildren(...rows);
    const told = this.active >= first && this.active < last;
    if (told) this.element.setAttribute("aria-activedescendant", `row-${this.active}`);
    else this.element.removeAttribute("aria-activedescendant");
  }

  private click(event: MouseEvent): void {
    const row = (event.target as Element).closest("[data-place]");
    if (row) this.options.chosen(Number(row.getAttribute("data-place")));
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.options.rowHeight) - 1);
    const moves: Record<string, number> = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + page, PageUp: this.active - page, Home: 0, End: this.count - 1 };
    if (Object.hasOwn(moves, event.key) && this.count > 0) {
      this.activate(Math.max(0, Math.min(this.count - 1, moves[event.key])));
      this.options.moved(this.active);
    } else if (event.key === "Enter" && this.active >= 0) this.options.chosen(this.active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

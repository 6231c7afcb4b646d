// A table that a click on a heading sorts.

import { h, unseen, type Child } from "./dom.ts";

export interface Column<T> {
  title: string;
  /** A longer word on what the column says. */
  about?: string;
  /** What the column is sorted by; a column without it can't be sorted. */
  by?: (row: T) => number | string | null;
  cell: (row: T) => Child;
  className?: string;
}

/** A table of rows, at first sorted by a column. */
export function sortedTable<T>(caption: string, columns: Column<T>[], rows: T[], first: { column: number; down: boolean }): HTMLElement {
  let { column: sortedBy, down } = first;
  const body = h("tbody");
  const heads = columns.map((column, place) => {
    const name = column.by ? h("button", { type: "button", title: column.about, onclick: () => sort(place) }, column.title) 
      : column.title === "" && column.about ? unseen(column.about) : column.title;
    return h("th", { scope: "col", class: column.className, title: column.by || column.title === "" ? null : column.about }, name);
  });
  const lines = new Map(rows.map((row) => [row, h("tr", {}, ...columns.map((column, place) =>
    h(place === 0 ? "th" : "td", { class: column.className, scope: place === 0 ? "row" : null }, column.cell(row))))]));

  function sort(place: number): void {
    if (place === sortedBy) down = !down;
    else [sortedBy, down] = [place, typeof columns[place].by!(rows[0]) !== "string"];
    draw();
  }

  function draw(): void {
    const by = columns[sortedBy].by!;
    heads.forEach((head, place) => place === sortedBy ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort"));
    body.replaceChildren(...[...rows].sort((a, b) => compare(by(a), by(b), down)).map((row) => lines.get(row)!));
  }

  draw();
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    h("table", { class: "figures" }, h("caption", { class: "unseen" }, caption), h("thead", {}, h("tr", {}, ...heads)), body));
}

/** What isn't there comes last, whichever way. */
function compare(a: number | string | null, b: number | string | null, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === "string" || typeof b === "string" ? String(a).localeCompare(String(b), "en", { numeric: true }) : a - b;
  return down ? -order : order;
}

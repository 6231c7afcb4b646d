// A puzzle on a grid, drawn as a table: clues beside it, borders between regions, wrong cells marked by more than colour.

import type { Picture } from "./data.ts";
import { h, unseen } from "./dom.ts";
import { visible } from "./format.ts";

const most = 10_000;
const kinds: Record<string, string> = { b: "blank", g: "given", a: "answer", w: "wrong" };

/** Draws a grid; null when it is too large to be of use. */
export function drawPicture(picture: Picture, of = ""): HTMLElement | null {
  const { rows, columns, row_labels, column_labels } = picture;
  if (rows * columns > most || rows * columns === 0) return null;
  const longest = Math.max(...picture.cells.flat().map((cell) => cell.length));
  const table = h("table", { class: `picture${longest > 3 ? " wide" : ""}`, "aria-label": `Grid of ${rows} rows and ${columns} columns${of}` });
  if (column_labels) {
    table.append(h("thead", {}, h("tr", {}, row_labels ? h("td", { class: "corner" }) : null, ...column_labels.map((label) => h("th", { scope: "col" }, visible(label))))));
  }
  const body = h("tbody");
  for (let row = 0; row < rows; row++) {
    const line = h("tr", {}, row_labels ? h("th", { scope: "row" }, visible(row_labels[row] ?? "")) : null);
    for (let column = 0; column < columns; column++) {
      const kind = kinds[picture.marks[row]?.[column]] ?? "blank";
      line.append(h("td", { class: `${kind}${borders(picture, row, column)}` }, visible(picture.cells[row]?.[column] ?? ""), kind === "wrong" ? unseen(" (wrong)") : null));
    }
    body.append(line);
  }
  table.append(body);
  const shown = new Set(picture.marks.join(""));
  return h("figure", { class: "drawing" },
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `Drawing of the puzzle${of}` }, table),
    h("figcaption", {}, ...[["g", "given"], ["a", "answer"], ["w", "wrong answer"]].filter(([mark]) => shown.has(mark)).map(([mark, name]) =>
      h("span", { class: "mark" }, h("span", { class: `swatch ${kinds[mark]}`, "aria-hidden": "true" }), name))));
}

/** The sides of a cell at which its region ends; the grid's own edge is always drawn. */
function borders({ regions, rows, columns }: Picture, row: number, column: number): string {
  if (!regions) return "";
  const here = regions[row]?.[column];
  const ends = (r: number, c: number) => r < 0 || c < 0 || r >= rows || c >= columns || regions[r]?.[c] !== here;
  return (ends(row - 1, column) ? " edge-top" : "") + (ends(row + 1, column) ? " edge-bottom" : "") + (ends(row, column - 1) ? " edge-left" : "") + (ends(row, column + 1) ? " edge-right" : "");
}

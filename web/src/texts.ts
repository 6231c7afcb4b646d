// Long and hostile texts, shown as text: what can't be seen is made visible, and a text of a million characters comes in pieces.

import { h, type Child } from "./dom.ts";
import { count, cutAt, visible } from "./format.ts";

const firstPiece = 20_000;
const nextPiece = 200_000;

/** A text as the model or the file has it. Past a bound only its beginning shows, with a button for more. */
export function longText(text: string, label: string): HTMLElement {
  const block = h("pre", { class: "text", tabindex: 0, role: "region", "aria-label": label });
  if (text === "") block.append(h("span", { class: "quiet" }, "(nothing)"));
  let shown = 0;
  const more = h("button", { type: "button", class: "more", onclick: () => grow(nextPiece) });
  const grow = (by: number) => {
    const end = cutAt(text, shown + by);
    more.remove();
    block.append(h("span", {}, visible(text.slice(shown, end))));
    shown = end;
    if (shown >= text.length) return;
    more.textContent = `Show more: ${count(text.length - shown)} characters left`;
    block.append(more);
  };
  if (text !== "") grow(firstPiece);
  return block;
}

/** A titled part of the sample. */
export function panel(title: string, ...content: Child[]): HTMLElement {
  return h("section", { class: "panel" }, h("h3", {}, title), ...content);
}

/** A text that opens when asked for, and is only then made; `of` tells several with one title apart. */
export function folded(title: string, of: string, text: string): HTMLDetailsElement {
  const fold = h("details", { class: "fold" }, h("summary", {}, `${title}, ${count(text.length)} characters`));
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.childElementCount === 1) fold.append(longText(text, title + of));
  });
  return fold;
}

// What the keys do.

import { h } from "./dom.ts";

const keys: [string, string][] = [
  ["1 2 3 4", "summary, samples, comparison, run"],
  ["/", "search"],
  ["j →, k ←", "next, previous sample (or flipped row)"],
  ["n, p", "next, previous sample that is not correct"],
  ["o, Enter", "open the active sample"],
  ["t", "open or fold the thinking"],
  ["Escape", "clear the search, close the sample"],
  ["d", "light, dark"],
  ["?", "this help"],
];

/** The help, to be shown over the page. */
export function helpDialog(): HTMLDialogElement {
  const dialog = h("dialog", { "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, "Keys"),
    h("dl", { class: "keys" }, ...keys.map(([key, what]) => h("div", {}, h("dt", {}, ...key.split(/(, | )/).map((part) => part.trim() === "" || part === ", " ? part : h("kbd", {}, part))), h("dd", {}, what)))),
    h("button", { type: "button", onclick: () => dialog.close() }, "Close"));
  return dialog;
}

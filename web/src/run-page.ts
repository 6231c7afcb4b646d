// What a run was asked to do, and what it failed to do.

import type { FailureList, RunEntry } from "./data.ts";
import { h } from "./dom.ts";
import { count, duration, moment, several, visible } from "./format.ts";
import type { Parts } from "./parts.ts";

export function runPage(run: RunEntry, parts: Parts): Node[] {
  const about = run.summary.run;
  const known: [string, string][] = [
    ["Run", about.name], ["Model", about.model], ["Test set", about.test_set], ["State", about.state],
    ["Started", moment(about.started)], ["Finished", moment(about.finished)], ["From start to end", about.finished ? duration(Date.parse(about.finished) - Date.parse(about.started)) : "–"],
    ["Samples expected", count(about.expected)], ["Scored", count(about.scored)], ["Failed", count(about.failed)], ["Bad rows", count(about.bad_rows)],
  ];
  return [
    h("section", { class: "block" }, h("h2", {}, "The run"), settings("The run", known)),
    failures(run, parts),
    h("section", { class: "block" }, h("h2", {}, "Settings"), settings("Settings", Object.entries(about.options).map(([name, value]) => [name, told(value)]))),
  ];
}

function settings(caption: string, pairs: [string, string][]): HTMLElement {
  return h("table", { class: "settings" }, h("caption", { class: "unseen" }, caption), h("tbody", {}, ...pairs.map(([name, value]) =>
    h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, visible(value))))));
}

function told(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value !== "object") return String(value);
  const text = JSON.stringify(value);
  return text === "[]" || text === "{}" ? "–" : text.length > 400 ? `${text.slice(0, 400)}… (eval_args.json has all)` : text;
}

function failures(run: RunEntry, parts: Parts): HTMLElement {
  const block = h("section", { class: "block" }, h("h2", {}, "Failures"));
  if (!run.failures) {
    block.append(h("p", { class: "quiet" }, "No request failed for good."));
    return block;
  }
  parts.load<FailureList>(run.failures).then(
    (list) => block.append(
      h("p", {}, list.items.length < list.n ? `The first ${count(list.items.length)} of ${several(list.n, "failure")}.` : `${several(list.n, "failure")}.`),
      h("div", { class: "scroll tallest", tabindex: 0, role: "region", "aria-label": "Failures" },
        h("table", { class: "figures" }, h("thead", {}, h("tr", {}, ...["File", "Id", "Attempts", "Error", "At"].map((name) => h("th", { scope: "col" }, name)))),
          h("tbody", {}, ...list.items.slice(0, 1000).map((item) => h("tr", {},
            h("td", {}, visible(item.file)), h("td", {}, visible(String(item.id))), h("td", { class: "number" }, count(item.attempts)),
            h("td", { class: "error" }, visible(item.error)), h("td", {}, moment(item.at)))))))),
    (fault: Error) => block.append(h("p", { class: "fault", role: "alert" }, fault.message)));
  return block;
}

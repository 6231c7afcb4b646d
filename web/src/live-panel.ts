// A run in progress, as `bootcamp view` tells it each second.

import { outcomeBar } from "./charts.ts";
import type { Live } from "./data.ts";
import { h } from "./dom.ts";
import { count, duration, points, range, rate, share, visible } from "./format.ts";
import { askJson } from "./parts.ts";

const pause = 1000;

/** Shows a run's live state until the element leaves the page or the run is over. */
export function livePanel(address: string, started: string, over: () => void): HTMLElement {
  let first: { at: number; done: number } | null = null;
  /** Milliseconds left at the pace seen since the page was opened; null when too little was seen. */
  const left = (live: Live): number | null => {
    const at = performance.now(), done = live.scored + live.failed;
    first ??= { at, done };
    return at - first.at < 2 * pause || done === first.done ? null : ((live.expected - done) * (at - first.at)) / (done - first.done);
  };
  const element = h("section", { class: "block live", "aria-label": "The run in progress" }, h("p", { class: "quiet" }, "Asking for the state of the run …"));
  const ask = async () => {
    try {
      const state = await askJson<Live>(address);
      const focused = element.contains(document.activeElement) && document.activeElement instanceof HTMLButtonElement;
      element.replaceChildren(...show(state, Date.now() - Date.parse(started), left(state)));
      if (focused) element.querySelector("button")?.focus();
      if (state.state !== "running") {
        over();
        return;
      }
    } catch (fault) {
      element.replaceChildren(h("p", { class: "fault" }, `The viewer doesn't answer: ${(fault as Error).message}`));
    }
    setTimeout(() => element.isConnected && void ask(), pause);
  };
  void ask();
  return element;
}

function show(live: Live, sinceStart: number, left: number | null): Node[] {
  const done = live.scored + live.failed;
  const fact = (name: string, value: string) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
  const outcomes = { ...live.counts, thinking_open: 0, empty: 0, flawed: 0, failed: live.failed };
  const open = live.files.filter((file) => file.done > 0 && file.done < file.total);
  return [
    h("h2", {}, live.state === "running" ? "Running" : `The run is ${live.state}`),
    h("p", {}, h("progress", { max: live.expected, value: done, "aria-label": "Samples done" }), ` ${count(done)} of ${count(live.expected)} (${share(done, live.expected)})`),
    h("dl", { class: "facts" },
      fact("Mean so far", points(live.mean)), fact("95%", range(live)), fact("Tokens a second", rate(live.tokens_per_s)),
      fact("Since start", duration(sinceStart)), fact("Remaining", duration(left)),
      fact("Truncated", count(live.counts.truncated)), fact("Failed", count(live.failed))),
    h("div", { class: "tall" }, outcomeBar(outcomes)),
    open.length ? h("p", { class: "quiet" }, `In progress: ${open.slice(0, 8).map((file) => `${visible(file.file)} ${file.done}/${file.total}`).join(", ")}${open.length > 8 ? ` and ${open.length - 8} more` : ""}`) : null,
    h("p", {}, "What stands below is as of when the page was opened. ", h("button", { type: "button", onclick: () => location.reload() }, "Bring it up to date")),
    live.last_failures.length ? h("details", {}, h("summary", {}, "Last failures"), h("ul", {}, ...live.last_failures.map((failure) => h("li", {}, `${visible(failure.file)} ${visible(String(failure.id))}: ${visible(failure.error)}`)))) : null,
  ].filter((part) => part !== null);
}

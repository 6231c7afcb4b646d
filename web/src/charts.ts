// Drawings of scores. They say in text what they show, for those who don't see them.

import type { Interval, LengthBin, Outcomes } from "./data.ts";
import { statuses, statusNames } from "./data.ts";
import { h, s } from "./dom.ts";
import { count, points, range, share } from "./format.ts";

const percent = (value: number) => `${(Math.max(0, Math.min(1, value)) * 100).toFixed(2)}%`;

/** A bar from 0 to the mean, with its interval as a whisker. */
export function scoreBar(mean: number | null, interval: Interval | null): Element {
  const bar = s("svg", { class: "bar", "aria-hidden": "true", focusable: "false" });
  bar.append(s("rect", { class: "track", width: "100%", height: "100%", rx: 2 }));
  if (mean !== null) bar.append(s("rect", { class: "fill", width: percent(mean), height: "100%", rx: 2 }));
  if (interval && interval.low !== null && interval.high !== null) bar.append(...whisker(interval.low, interval.high));
  return bar;
}

/** A difference of two scores: an interval around a dot, on a scale with zero in the middle. */
export function differenceBar(difference: number | null, interval: Interval | null, scale: number): Element {
  const at = (value: number) => 0.5 + Math.max(-1, Math.min(1, value / scale)) / 2;
  const bar = s("svg", { class: "bar difference", "aria-hidden": "true", focusable: "false" });
  bar.append(s("rect", { class: "track", width: "100%", height: "100%", rx: 2 }));
  bar.append(s("line", { class: "zero", x1: "50%", x2: "50%", y1: 0, y2: "100%" }));
  if (difference === null) return bar;
  if (interval && interval.low !== null && interval.high !== null) bar.append(...whisker(at(interval.low), at(interval.high)));
  bar.append(s("circle", { class: difference > 0 ? "better" : difference < 0 ? "worse" : "same", cx: percent(at(difference)), cy: "50%", r: 4 }));
  return bar;
}

function whisker(low: number, high: number): Element[] {
  const line = (x1: number, x2: number, y1: string, y2: string) => s("line", { class: "whisker", x1: percent(x1), x2: percent(x2), y1, y2 });
  return [line(low, high, "50%", "50%"), line(low, low, "25%", "75%"), line(high, high, "25%", "75%")];
}

/** How the samples came out, as one bar in four parts. */
export function outcomeBar(outcomes: Outcomes): Element {
  const total = statuses.reduce((sum, status) => sum + outcomes[status], 0);
  const said = statuses.filter((status) => outcomes[status] > 0).map((status) => `${statusNames[status]} ${count(outcomes[status])}`).join(", ");
  const bar = s("svg", { class: "bar outcomes", role: "img", "aria-label": said || "nothing" });
  let x = 0;
  for (const status of statuses) {
    const part = total === 0 ? 0 : outcomes[status] / total;
    if (part > 0) {
      bar.append(s("rect", { class: status, x: percent(x), width: percent(part), height: "100%" },
        s("title", {}, `${statusNames[status]}: ${count(outcomes[status])} (${share(outcomes[status], total)})`)));
    }
    x += part;
  }
  return bar;
}

/** What the colours of outcome bars mean, with counts. */
export function outcomeLegend(outcomes: Outcomes): Element {
  const total = statuses.reduce((sum, status) => sum + outcomes[status], 0);
  return h("ul", { class: "legend" }, ...statuses.map((status) =>
    h("li", {}, h("span", { class: `key ${status}`, "aria-hidden": "true" }), `${statusNames[status]} `, h("b", {}, count(outcomes[status])), ` ${share(outcomes[status], total)}`)));
}

const frame = { width: 900, height: 280, left: 44, right: 12, top: 12, bottom: 40 };

/** Score against output length: each bin a dot at its middle with its interval; lengths on a logarithmic scale. */
export function lengthChart(bins: LengthBin[]): Element {
  const shown = bins.filter((bin) => bin.mean !== null && bin.n > 0);
  if (shown.length === 0) return h("p", { class: "quiet" }, "No lengths to show.");
  const from = Math.log10(Math.max(1, shown[0].from)), to = Math.max(from + 0.3, Math.log10(Math.max(1, shown[shown.length - 1].to)));
  const x = (tokens: number) => frame.left + ((Math.log10(Math.max(1, tokens)) - from) / (to - from)) * (frame.width - frame.left - frame.right);
  const y = (score: number) => frame.top + (1 - score) * (frame.height - frame.top - frame.bottom);
  const chart = s("svg", {
    class: "chart", viewBox: `0 0 ${frame.width} ${frame.height}`, role: "img",
    "aria-label": `Score by output length: ${shown.map((bin) => `${count(bin.from)} to ${count(bin.to)}: ${points(bin.mean)}`).join("; ")}`,
  });
  for (const score of [0, 0.25, 0.5, 0.75, 1]) {
    chart.append(
      s("line", { class: "grid", x1: frame.left, x2: frame.width - frame.right, y1: y(score), y2: y(score) }),
      s("text", { x: frame.left - 8, y: y(score) + 4, "text-anchor": "end" }, String(score * 100)));
  }
  for (const tokens of ticks(from, to)) {
    chart.append(s("text", { x: x(tokens), y: frame.height - frame.bottom + 18, "text-anchor": "middle" }, count(tokens)));
  }
  chart.append(s("text", { x: (frame.left + frame.width) / 2, y: frame.height - 4, "text-anchor": "middle" }, "output length in tokens"));
  const middle = (bin: LengthBin) => (x(bin.from) + x(bin.to)) / 2;
  chart.append(s("polyline", { class: "trend", points: shown.map((bin) => `${middle(bin).toFixed(1)},${y(bin.mean!).toFixed(1)}`).join(" ") }));
  for (const bin of shown) {
    const at = middle(bin);
    const about = s("g", { class: "bin" }, s("title", {}, `${count(bin.from)}–${count(bin.to)} tokens: ${points(bin.mean)} (${range(bin)}), ${count(bin.n)} samples`));
    if (bin.low !== null && bin.high !== null) about.append(s("line", { class: "whisker", x1: at, x2: at, y1: y(bin.low), y2: y(bin.high) }));
    about.append(s("circle", { class: "dot", cx: at, cy: y(bin.mean!), r: 4.5 }));
    chart.append(about);
  }
  return chart;
}

/** Round numbers of tokens between two powers of ten, at most about eight. */
function ticks(from: number, to: number): number[] {
  const all: number[] = [];
  const factors = to - from > 3 ? [1] : to - from > 1.2 ? [1, 3] : [1, 1.5, 2, 3, 4, 5, 7];
  for (let power = Math.floor(from); power <= Math.ceil(to); power++) {
    for (const factor of factors) {
      const value = Math.round(factor * 10 ** power);
      const at = Math.log10(value);
      if (at >= from - 0.001 && at <= to + 0.001) all.push(value);
    }
  }
  return [...new Set(all)];
}

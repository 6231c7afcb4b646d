// One sample: what was asked, what came back, what was read from it, what was right, and why it was judged so.

import { statusNames, type BootcampFigures, type Sample } from "./data.ts";
import { h, type Child } from "./dom.ts";
import { count, duration, laidOut, points, visible, words } from "./format.ts";
import { drawPicture } from "./picture.ts";
import { folded, longText, panel } from "./texts.ts";

/** The name of a status, in its colour. */
export function badge(sample: Sample): HTMLElement {
  const partial = sample.status === "partial" ? ` ${points(sample.score)}` : "";
  return h("span", { class: `badge ${sample.status}` }, statusNames[sample.status] + partial);
}

/** The parts of a sample, from verdict to prompt. */
export function showSample(sample: Sample, figures: BootcampFigures | undefined): Node[] {
  const drawing = sample.picture ? drawPicture(sample.picture) : null;
  return [
    h("p", { class: "verdict" }, badge(sample), sample.reason ? h("span", { class: "reason" }, visible(sample.reason)) : null),
    sample.flaw ? h("p", { class: "flaw" }, h("b", {}, `Flawed row: ${sample.flaw.kinds.map(words).join(", ")}. `), visible(sample.flaw.note)) : "",
    facts(sample, figures),
    h("div", { class: "pair" },
      h("div", { class: "stack" }, panel("Extracted answer", extractedOf(sample)), drawing ? panel("Drawing", drawing) : null),
      panel("Ground truth", longText(laidOut(sample.ground_truth), "Ground truth"))),
    h("div", { class: "pair" },
      panel("Prompt", longText(sample.prompt, "Prompt")),
      panel("Output", ...outputOf(sample))),
  ].filter((part) => part !== "") as Node[];
}

/** The extracted answer, or that there is none. */
export function extractedOf(sample: Sample, of = ""): HTMLElement {
  return sample.extracted === null ? h("p", { class: "quiet" }, "No answer was found in the output.") : longText(laidOut(sample.extracted), `Extracted answer${of}`);
}

/** The output, its thinking folded. */
export function outputOf(sample: Sample, of = ""): Child[] {
  const end = Math.max(0, Math.min(sample.thinking_end, sample.output.length));
  const open = end > 0 && end === sample.output.length;
  return [
    sample.reasoning ? folded("Thinking, returned apart", of, sample.reasoning) : null,
    end > 0 ? folded(open ? "Thinking, never closed" : "Thinking", of, sample.output.slice(0, end)) : null,
    open ? h("p", { class: "quiet" }, "Nothing follows the thinking.") : longText(sample.output.slice(end), `Output${of}`),
    sample.cut > 0 ? h("p", { class: "quiet" }, `${count(sample.cut)} characters are left out here; the run's details file holds them.`) : null,
  ];
}

function facts(sample: Sample, figures: BootcampFigures | undefined): HTMLElement {
  const pairs: [string, string | null][] = [
    ["Bootcamp", figures && figures.title !== sample.data_source ? `${figures.title} (${sample.data_source})` : sample.data_source],
    ["Score", points(sample.score)],
    ["Finished by", sample.finish_reason === "length" ? "length: truncated" : sample.finish_reason],
    ["Output", `${count(sample.output_len)} tokens`],
    ["Prompt", sample.prompt_len === null ? null : `${count(sample.prompt_len)} tokens`],
    ["Latency", sample.latency_ms ? duration(sample.latency_ms) : null],
    ["First token", sample.ttft_ms ? duration(sample.ttft_ms) : null],
    ["Attempts", sample.attempts > 1 ? count(sample.attempts) : null],
  ];
  return h("dl", { class: "facts" }, ...pairs.filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, visible(value!)))));
}

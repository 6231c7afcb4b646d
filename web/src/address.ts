// Where the reader is, as the part of the address after the #: so that a view can be kept and sent to someone.

import { noFilter, type Filter } from "./corpus.ts";
import { flags, statuses, type Status } from "./data.ts";

export type PageName = "summary" | "samples" | "compare" | "run";
export const pageNames: PageName[] = ["summary", "samples", "compare", "run"];

export interface Address {
  page: PageName;
  /** Which run of the report. */
  run: number;
  /** Which comparison of the report. */
  comparison: number;
  filter: Filter;
  /** The open sample: `file`, `id` and `sample`, joined by tabs. */
  open: string;
}

/** Reads an address; whatever it doesn't understand is left out. */
export function readAddress(hash: string): Address {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const values = new URLSearchParams(query);
  const flipped = values.get("flipped") ?? "";
  return {
    page: pageNames.find((name) => name === path) ?? "summary",
    run: numberIn(values.get("run")),
    comparison: numberIn(values.get("with")),
    filter: {
      status: (values.get("status") ?? "").split(",").filter((name): name is Status => (statuses as readonly string[]).includes(name)),
      bootcamp: values.get("bootcamp") ?? "",
      only: flags.filter((name) => values.has(name)),
      flipped: flipped === "any" || flipped === "gained" || flipped === "lost" ? flipped : "",
      text: values.get("text") ?? "",
    },
    open: values.get("open") ?? "",
  };
}

/** Writes an address; what is as usual is left out. */
export function writeAddress(address: Address): string {
  const values = new URLSearchParams();
  const { filter } = address;
  if (address.run) values.set("run", String(address.run));
  if (address.comparison) values.set("with", String(address.comparison));
  if (filter.status.length) values.set("status", filter.status.join(","));
  if (filter.bootcamp) values.set("bootcamp", filter.bootcamp);
  for (const name of filter.only) values.set(name, "");
  if (filter.flipped) values.set("flipped", filter.flipped);
  if (filter.text) values.set("text", filter.text);
  if (address.open) values.set("open", address.open);
  const query = values.toString();
  return `#/${address.page}${query ? `?${query}` : ""}`;
}

/** The address of the samples of a run that pass a filter. */
export function samplesAddress(run: number, filter: Partial<Filter> = {}, open = "", comparison = 0): string {
  return writeAddress({ page: "samples", run, comparison, filter: { ...noFilter, ...filter }, open });
}

function numberIn(text: string | null): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

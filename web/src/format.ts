// Numbers and texts as people read them.

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const none = "–";

type Maybe = number | null | undefined;

const missing = (value: Maybe): value is null | undefined => value === null || value === undefined || !Number.isFinite(value);

/** A score of 0 to 1 as points of 100: 73.4. */
export function points(score: Maybe): string {
  return missing(score) ? none : (score * 100).toFixed(1);
}

/** A difference of scores in points, with its sign: +2.1. */
export function signed(difference: Maybe): string {
  if (missing(difference)) return none;
  const text = (Math.abs(difference) * 100).toFixed(1);
  return text === "0.0" ? "0.0" : `${difference < 0 ? "−" : "+"}${text}`;
}

interface Bounds { low: number | null; high: number | null }

/** An interval of scores: 61.5–82.7. */
export function range(interval: Bounds | null | undefined): string {
  const { low, high } = interval ?? { low: null, high: null };
  return missing(low) || missing(high) ? none : `${points(low)}–${points(high)}`;
}

/** An interval of differences: −1.2 to +3.4. */
export function signedRange(interval: Bounds | null | undefined): string {
  const { low, high } = interval ?? { low: null, high: null };
  return missing(low) || missing(high) ? none : `${signed(low)} to ${signed(high)}`;
}

/** A count: 12,345. */
export function count(value: Maybe): string {
  return missing(value) ? none : whole.format(value);
}

/** A share of a whole: 12.3%. */
export function share(part: number, of: number): string {
  return of === 0 ? none : `${((part / of) * 100).toFixed(1)}%`;
}

/** A duration of milliseconds: 210 ms, 3.2 s, 4 min 10 s, 2 h 5 min. */
export function duration(ms: Maybe): string {
  if (missing(ms)) return none;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const rounded = Math.round(seconds);
  return rounded < 3600
    ? `${Math.floor(rounded / 60)} min ${rounded % 60} s`
    : `${Math.floor(rounded / 3600)} h ${Math.floor((rounded % 3600) / 60)} min`;
}

/** A rate: 1,840.2 below ten thousand, then whole. */
export function rate(value: Maybe): string {
  return missing(value) ? none : value < 100 ? value.toFixed(1) : whole.format(value);
}

/** A chance: < 0.001, 0.004. */
export function chance(p: Maybe): string {
  return missing(p) ? none : p < 0.001 ? "< 0.001" : p.toFixed(3);
}

/** A moment, in the reader's own time. */
export function moment(iso: string | null | undefined): string {
  if (!iso) return none;
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : at.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** A word of the data as a person writes it: wrong_key → wrong key. */
export function words(name: string): string {
  return name.replaceAll("_", " ");
}

/** One thing or several: 1 run, 2 runs. */
export function several(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** JSON text laid out in lines, when it is JSON and not huge; else as it is. */
export function laidOut(json: string): string {
  if (json.length > 200_000 || !/^\s*[{["]/.test(json)) return json;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "string") return value;
    return lines(value, "");
  } catch {
    return json;
  }
}

/** Short lists and lists of plain values stay in one line, so that grids look like grids. */
function lines(value: unknown, indent: string): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const inOne = flat(value);
  if (inOne.length <= 72 || indent.length >= 24 || (Array.isArray(value) && value.every(isPlain))) return inOne;
  const deeper = indent + "  ";
  if (Array.isArray(value)) return `[\n${value.map((item) => deeper + lines(item, deeper)).join(",\n")}\n${indent}]`;
  return `{\n${Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${lines(item, deeper)}`).join(",\n")}\n${indent}}`;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`).join(", ")}}`;
}

const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text in which what can't be seen is made visible: control characters, marks that turn the direction of writing, halves of characters. */
export function visible(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(hidden, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return "\u2421";
    return `⟦U+${code.toString(16).toUpperCase().padStart(4, "0")}⟧`;
  });
}

/** Where a text may be cut at or before a place, without halving a character. */
export function cutAt(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}

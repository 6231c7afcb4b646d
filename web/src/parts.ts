// How the page's data reaches it: from elements of the page, from scripts beside it, or over HTTP. See docs/report-format.md.

import type { Root } from "./data.ts";

/** Loads parts by name; each is asked for once, and the least recently used are let go. */
export class Parts {
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly read: (name: string) => Promise<unknown>;

  constructor(root: Root, private readonly most = 64) {
    this.read = root.way === "http" ? overHttp : root.way === "files" ? besidePage(root.folder ?? "") : insidePage;
  }

  /** A part that is likely to be asked for again: a chunk of samples, a comparison. */
  load<T>(name: string): Promise<T> {
    let part = this.kept.get(name);
    if (part) this.kept.delete(name);
    else part = this.read(name);
    this.kept.set(name, part);
    part.catch(() => this.kept.delete(name));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return part as Promise<T>;
  }

  /** A part that the caller keeps, or that has changed: an index. */
  fresh<T>(name: string): Promise<T> {
    this.kept.delete(name);
    return this.read(name) as Promise<T>;
  }

  /** Lets go of all parts, since a run in progress has changed them. */
  forget(): void {
    this.kept.clear();
  }
}

/** Reads the root from the page. */
export function readRoot(): Root {
  return JSON.parse(document.getElementById("report")?.textContent ?? "null") as Root;
}

/** Asks the viewer. */
export async function askJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error((await answer.text()).trim() || `the viewer answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** Base64 of gzip of JSON. */
export async function unpack(packed: string): Promise<unknown> {
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as unknown;
}

/** The script beside the page that holds a part. */
export function scriptOf(folder: string, name: string): string {
  return `${encodeURIComponent(folder)}/${encodeURIComponent(name.replaceAll("/", "-"))}.js`;
}

function overHttp(name: string): Promise<unknown> {
  return askJson(`/parts/${name}`);
}

let elements: Map<string, Element> | null = null;

function insidePage(name: string): Promise<unknown> {
  elements ??= new Map([...document.querySelectorAll("script[data-part]")].map((element) => [element.getAttribute("data-part") ?? "", element]));
  const element = elements.get(name);
  return element ? unpack(element.textContent ?? "") : Promise.reject(new Error(`the report lacks its part ${name}`));
}

interface Policy { createScriptURL(address: string): string }
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;
declare global {
  interface Window { bootcampPart?: (name: string, packed: string) => void }
}

function besidePage(folder: string): (name: string) => Promise<unknown> {
  const waiting = new Map<string, (packed: string) => void>();
  window.bootcampPart = (name, packed) => waiting.get(name)?.(packed);
  const rules: Policy = { createScriptURL: (address) => address };
  // The one place where a script is added; with Trusted Types the browser itself refuses all others, and all HTML made of text.
  const policy = typeof trustedTypes === "undefined" ? rules : trustedTypes.createPolicy("parts", rules);
  return (name) => new Promise<string>((resolve, reject) => {
    const script = document.createElement("script");
    const done = () => {
      waiting.delete(name);
      script.remove();
    };
    waiting.set(name, resolve);
    script.onload = () => {
      done();
      reject(new Error(`${scriptOf(folder, name)} holds another part`)); // no effect once resolved
    };
    script.onerror = () => {
      done();
      reject(new Error(`${scriptOf(folder, name)} can't be read: it must lie beside the report`));
    };
    script.src = policy.createScriptURL(scriptOf(folder, name));
    document.head.append(script);
  }).then(unpack);
}

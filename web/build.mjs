// Builds the page: one HTML file with its program and style inside, and a Content-Security-Policy that names both by their hashes.
//
//   node build.mjs                 writes dist/report.html
//   node build.mjs --check         fails when dist/report.html is not what the sources make
//   node build.mjs --tests FOLDER  compiles the tests of a folder into .tests/FOLDER

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const page = "dist/report.html";
const [, , mode, folder] = process.argv;

if (mode === "--tests") {
  await compileTests(folder);
} else {
  const made = await makePage();
  if (mode !== "--check") {
    mkdirSync("dist", { recursive: true });
    writeFileSync(page, made);
  } else if (readFileSync(page, "utf8") !== made) {
    console.error(`${page} is not what the sources make: run "npm run build" in web/ and commit the result`);
    process.exit(1);
  }
}

async function makePage() {
  const script = await bundle("src/main.ts");
  const style = await bundle("src/style.css");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'self' file:`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types parts",
  ].join("; ");
  // The template's places are filled by functions: a string would have its dollar signs read.
  return readFileSync("src/report.html", "utf8")
    .replace("{policy}", () => policy)
    .replace("{style}", () => style)
    .replace("{script}", () => script);
}

async function bundle(entry) {
  const result = await build({
    entryPoints: [entry], bundle: true, minify: true, write: false, target: ["chrome109", "firefox115", "safari16.4"], charset: "ascii", legalComments: "none",
  });
  const text = result.outputFiles[0].text.trim();
  if (/<\/(script|style)/i.test(text)) throw new Error(`${entry} holds the end of its own element`);
  return text;
}

function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

async function compileTests(name) {
  rmSync(`.tests/${name}`, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(name).filter((file) => file.endsWith(".test.ts")).map((file) => `${name}/${file}`),
    outdir: `.tests/${name}`, outExtension: { ".js": ".mjs" }, bundle: true, packages: "external", platform: "node", format: "esm", target: "node18", sourcemap: "inline",
  });
}

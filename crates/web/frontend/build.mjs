// Builds dist/: one stylesheet, one script, one icon sprite, the logo. Names carry a hash of the
// content, each file lies there plain and compressed, and manifest.txt says which name is which.
// The web crate's build.rs embeds what it finds here and never calls npm itself.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, extname, basename } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync, constants } from "node:zlib";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "dist");

/** Every file under `folder` whose name ends in one of `endings`. */
async function files(folder, endings) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** What pages are made of: the only places where class and icon names may stand. */
async function sources() {
  const found = [
    ...(await files(join(here, "../templates"), [".html"])),
    ...(await files(join(here, "../src/html"), [".rs"])),
    ...(await files(join(here, "src/ts"), [".ts"])),
  ];
  return Promise.all(found.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
}

/** Tabler and our own rules in one file, without the rules that no page uses. */
async function stylesheet(pages) {
  const bundled = await esbuild.build({
    entryPoints: [join(here, "src/css/app.css")],
    bundle: true,
    write: false,
    external: ["data:*"],
    logLevel: "warning",
  });
  const [purged] = await new PurgeCSS().purge({
    css: [{ raw: bundled.outputFiles[0].text }],
    content: pages.map(({ text }) => ({ raw: text, extension: "html" })),
    defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
    // The tint of a face is a number, so its class never stands whole in a source.
    safelist: { standard: ["html", "body", "dialog", ":root", /^tint-/] },
    variables: true,
    keyframes: true,
  });
  const small = await esbuild.transform(purged.css, { loader: "css", minify: true, legalComments: "none" });
  return `/*! Contains parts of Tabler, MIT licence, (c) The Tabler Authors */\n${small.code}`;
}

/** htmx with its event-stream extension and our islands. */
async function script() {
  const built = await esbuild.build({
    entryPoints: [join(here, "src/ts/app.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  });
  return `/*! Contains htmx, 0BSD licence */\n${built.outputFiles[0].text}`;
}

/** One SVG with a symbol per icon that a template or view names as icon("name"). */
async function sprite(pages) {
  const names = new Set(pages.flatMap(({ text }) => [...text.matchAll(/icon(?:_only)?\("([a-z0-9-]+)"/g)].map((m) => m[1])));
  const symbols = [];
  for (const name of [...names].sort()) {
    const file = join(here, "node_modules/@tabler/icons/icons/outline", `${name}.svg`);
    const svg = await readFile(file, "utf8").catch(() => {
      throw new Error(`there is no icon "${name}"`);
    });
    const inner = svg.replace(/<!--[\s\S]*?-->/g, "").replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${inner.replace(/\s+/g, " ").replace(/> </g, "><").trim()}</symbol>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><!-- Icons: Tabler Icons, MIT licence -->${symbols.join("")}</svg>\n`;
}

/** Writes a file unless it already says the same: a file that is touched compiles the server anew. */
async function keep(file, bytes) {
  const path = join(dist, file);
  const there = await readFile(path).catch(() => null);
  if (!there?.equals(bytes)) await writeFile(path, bytes);
}

/** Writes `text` under a name with its hash, plain and compressed, and returns the manifest line. */
async function emit(name, text) {
  const bytes = Buffer.from(text);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const file = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  written.add(file).add(`${file}.br`).add(`${file}.gz`);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gzip = gzipSync(bytes, { level: 9 });
  await keep(file, bytes);
  await keep(`${file}.br`, brotli);
  await keep(`${file}.gz`, gzip);
  console.log(`${file.padEnd(28)} ${bytes.length} bytes, gzip ${gzip.length}, brotli ${brotli.length}`);
  return `${name} ${file}`;
}

const written = new Set(["manifest.txt"]);
const pages = await sources();
await mkdir(dist, { recursive: true });
const lines = [
  await emit("app.css", await stylesheet(pages)),
  await emit("app.js", await script()),
  await emit("icons.svg", await sprite(pages)),
  await emit("logo.svg", await readFile(join(here, "src/logo.svg"), "utf8")),
];
await keep("manifest.txt", Buffer.from(`${lines.join("\n")}\n`));
for (const old of await readdir(dist)) {
  if (!written.has(old)) await rm(join(dist, old));
}

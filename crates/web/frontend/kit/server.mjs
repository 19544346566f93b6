// What browser tests start from: a server of their own over a fresh folder, and a browser.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { openPostOffice } from "./post_office.mjs";

export const password = "seven blue kettles on a hill";
const binary = process.env.CREWDESK_BIN;
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A port that is free now. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready(base) {
  for (let tries = 0; tries < 900; tries += 1) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not become ready");
}

/** What is founded where a test asks for nothing else: one organisation whose administrator is Olga. */
const nordwind = ["--name", "Nordwind", "--admin-email", "olga@nordwind.example", "--admin-password-stdin", "--seats", "5"];

/** A server at a name, which passkeys need, over a fresh folder; `prepare` fills it, `command` serves it. */
async function serve(command, settings, prepare = () => {}) {
  assert.ok(binary, "CREWDESK_BIN names the server: run the tests by cargo xtask test");
  const folder = mkdtempSync(join(tmpdir(), "crewdesk-e2e-"));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env = { PATH: process.env.PATH, CREWDESK_LISTEN: `127.0.0.1:${port}`, CREWDESK_PUBLIC_URL: base, CREWDESK_DATA_DIR: folder, CREWDESK_LOG: "warn", ...settings };
  prepare({ env, cwd: folder });
  const server = spawn(binary, [command], { env, cwd: folder, stdio: "inherit" });
  await ready(`http://127.0.0.1:${port}`);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
  const stop = async () => {
    await browser.close();
    server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, browser, stop };
}

/** A server with these organisations, and a mail server beside it. */
export async function start(organisations = [nordwind]) {
  const mailPort = await freePort();
  let founded = [];
  const prepare = (options) => {
    const found = (words) => execFileSync(binary, ["organisation", "create", ...words, "--json"], { ...options, input: password });
    founded = organisations.map((words) => JSON.parse(found(words)));
  };
  const mails = openPostOffice(mailPort);
  const { base, browser, stop } = await serve("serve", { CREWDESK_SMTP_URL: `smtp://127.0.0.1:${mailPort}` }, prepare);
  const close = async () => {
    await stop();
    mails.close();
  };
  return { base, browser, stop: close, founded, mails, token: founded[0]?.api_token };
}

/** The demo with its sample organisation. */
export function startDemo() {
  return serve("demo", {});
}

/** Asks the programming interface; what it refuses fails the test. */
export async function ask(base, token, method, path, body) {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(`${base}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** A browser of somebody's own. */
export async function visitor(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Sends the form of a field and waits for the next page. */
export async function send(page, field) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.press(field, "Enter")]);
}

/** Types address and password. */
export async function signIn(page, base, email = "olga@nordwind.example", secret = password) {
  await page.goto(`${base}/sign-in`);
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", secret);
  await send(page, "[name=password]");
}

/** Signs out, and in as somebody who has chosen this password. */
export async function enter(page, base, email, secret = password) {
  await page.context().clearCookies();
  await page.goto(`${base}/sign-in`);
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", secret);
  await send(page, "[name=password]");
}

/** Fills the form on show, or the dialog over it: text by name, a menu by its words, a box by true. */
export async function fill(page, values) {
  const open = await page.$("dialog[open]");
  const form = open ? "dialog " : "main ";
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`${form}[name="${name}"]`).first();
    if (value === true) await field.check();
    else if (await field.evaluate((one) => one.tagName === "SELECT")) await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** Presses a button of the page or of the dialog over it and waits for the page that follows. */
export async function press(page, words) {
  const place = (await page.$("dialog[open]")) ? "dialog" : "main";
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(`${place} button:text-is("${words}")`)]);
}

/** Takes a picture of the page for whoever reads the guide, wide and light, narrow and dark, where a folder is named. */
export async function picture(page, name) {
  const folder = process.env.CREWDESK_PICTURES;
  if (!folder) return;
  for (const [width, colorScheme] of [[360, "dark"], [1280, "light"]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
}

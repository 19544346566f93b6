// The first story in a real browser against the real server: sign in, create a colleague, see her come
// on without reloading, suspend her and see her session die.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const binary = process.env.CREWDESK_BIN;
const password = "seven blue kettles on a hill";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let folder, server, browser, base;

/** A port that is free now. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready() {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not become ready");
}

before(async () => {
  assert.ok(binary, "CREWDESK_BIN names the server: run the tests by cargo xtask test");
  folder = mkdtempSync(join(tmpdir(), "crewdesk-e2e-"));
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, CREWDESK_LISTEN: `127.0.0.1:${port}`, CREWDESK_PUBLIC_URL: base, CREWDESK_DATA_DIR: folder, CREWDESK_LOG: "warn" };
  const words = ["organisation", "create", "--name", "Nordwind", "--admin-email", "olga@nordwind.example", "--admin-password-stdin", "--seats", "5", "--json"];
  execFileSync(binary, words, { env, input: password, cwd: folder });
  server = spawn(binary, ["serve"], { env, cwd: folder, stdio: "inherit" });
  await ready();
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  server?.kill("SIGTERM");
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A browser of somebody's own. */
async function visitor(width = 1280) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function signIn(page, email, secret) {
  await page.goto(`${base}/sign-in`);
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", secret);
  await page.click("main button[type=submit]");
}

test("an administrator creates a colleague, sees her come on, and suspends her", async () => {
  const olga = await visitor();
  await signIn(olga, "olga@nordwind.example", password);
  await olga.waitForURL(`${base}/`);
  await olga.goto(`${base}/users/new`);
  await olga.fill("[name=first_name]", "Ingrid");
  await olga.fill("[name=last_name]", "Østby");
  await olga.fill("[name=username]", "ingrid");
  await olga.fill("[name=email]", "ingrid@nordwind.example");
  await olga.fill("[name=password]", "nine grey herons by a lake");
  await olga.click(".btn-primary[type=submit]");
  await olga.waitForURL(/\/users\/[0-9a-f-]{36}$/);
  const herPage = olga.url();

  await olga.goto(`${base}/users`);
  const row = olga.locator("tr", { hasText: "Ingrid Østby" });
  await row.locator("text=Logged out").waitFor();
  const watched = await olga.context().newPage();
  await watched.goto(`${base}/users?presence=logged_in`);
  await watched.locator("tr", { hasText: "olga" }).first().waitFor();
  const there = watched.locator("tr", { hasText: "Ingrid Østby" });
  assert.equal(await there.count(), 0);
  const ingrid = await visitor();
  await signIn(ingrid, "ingrid@nordwind.example", "nine grey herons by a lake");
  await ingrid.waitForURL(`${base}/password/own`);
  await row.locator("text=Logged in").waitFor();
  await there.waitFor();

  await olga.goto(herPage);
  await olga.click("a.btn:has-text('Suspend')");
  await olga.fill("dialog [name=reason]", "On leave");
  await olga.click("dialog button[type=submit]");
  await olga.locator("text=is suspended and signed out everywhere").waitFor();
  await there.waitFor({ state: "detached" });
  await ingrid.goto(`${base}/me`);
  assert.match(ingrid.url(), /\/sign-in/);
});

test("a slash leads to the search", async () => {
  const olga = await visitor();
  await signIn(olga, "olga@nordwind.example", password);
  await olga.waitForURL(`${base}/`);
  await olga.keyboard.press("/");
  assert.equal(await olga.evaluate(() => document.activeElement.getAttribute("type")), "search");
});

test("a wrong password comes back to the form and loses nothing but the password", async () => {
  const page = await visitor();
  await signIn(page, "olga@nordwind.example", "not her password at all");
  await page.locator(".notice-bad").waitFor();
  assert.equal(await page.inputValue("[name=email]"), "olga@nordwind.example");
});

const pages = ["/", "/users", "/users/new", "/invitations", "/invitations/new", "/audit", "/settings/organisation", "/settings/tokens", "/settings/tokens/new", "/me", "/me/password", "/me/password/removal", "/me/security", "/me/renewal", "/me/sessions"];

test("no page has an accessibility violation or scrolls sideways on a phone", async () => {
  const page = await visitor(360);
  const faults = [];
  const look = async (path) => {
    await page.goto(base + path);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    for (const one of violations) faults.push(`${path}: ${one.id} ${one.nodes[0]?.html}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (wide) faults.push(`${path} scrolls sideways`);
  };
  for (const path of ["/sign-in", "/sign-in?by=username", "/password/forgotten"]) await look(path);
  await signIn(page, "olga@nordwind.example", password);
  await page.waitForURL(`${base}/`);
  for (const path of pages) await look(path);
  assert.deepEqual(faults, []);
});

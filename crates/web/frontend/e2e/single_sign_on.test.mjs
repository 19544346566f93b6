// Single sign-on in a real browser, against a provider that somebody else wrote: an administrator sets it up and
// tries it out, a newcomer comes in by it.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const binary = process.env.CREWDESK_BIN;
const mock = new URL("../../../../target/oidc-provider/bin/oidc-provider-mock", import.meta.url).pathname;
const password = "seven blue kettles on a hill";
const missing = existsSync(mock) ? false : "oidc-provider-mock is not installed";
let folder, server, provider, browser, base, issuer;

/** A port that is free now. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(address) {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nobody answers at ${address}`);
}

before(async () => {
  if (missing) return;
  assert.ok(binary, "CREWDESK_BIN names the server: run the tests by cargo xtask test");
  folder = mkdtempSync(join(tmpdir(), "crewdesk-sso-"));
  const [port, theirs] = [await freePort(), await freePort()];
  base = `http://127.0.0.1:${port}`;
  issuer = `http://127.0.0.1:${theirs}`;
  const claims = { sub: "ben", email: "ben@nordwind.example", email_verified: true, given_name: "Ben", family_name: "Berg" };
  provider = spawn(mock, ["--port", `${theirs}`, "--user-claims", JSON.stringify(claims)], {
    env: { PATH: process.env.PATH, AUTHLIB_INSECURE_TRANSPORT: "1" },
    stdio: "ignore",
  });
  await answers(`${issuer}/.well-known/openid-configuration`);
  const env = { PATH: process.env.PATH, CREWDESK_LISTEN: `127.0.0.1:${port}`, CREWDESK_PUBLIC_URL: base, CREWDESK_DATA_DIR: folder, CREWDESK_LOG: "warn", CREWDESK_OUTGOING_ALLOW: "127.0.0.0/8" };
  const words = ["organisation", "create", "--name", "Nordwind", "--admin-email", "olga@nordwind.example", "--admin-password-stdin", "--seats", "5", "--json"];
  execFileSync(binary, words, { env, input: password, cwd: folder });
  server = spawn(binary, ["serve"], { env, cwd: folder, stdio: "inherit" });
  await answers(`${base}/readyz`);
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  server?.kill("SIGTERM");
  provider?.kill("SIGTERM");
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function visitor() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

test("an administrator sets a provider up and somebody new comes in by it", { skip: missing }, async () => {
  const olga = await visitor();
  await olga.goto(`${base}/sign-in`);
  await olga.fill("[name=email]", "olga@nordwind.example");
  await olga.fill("[name=password]", password);
  await olga.press("[name=password]", "Enter");
  await olga.waitForURL(`${base}/`);
  if (await olga.locator("[name=team_name]").count()) {
    await olga.fill("[name=team_name]", "Nordwind");
    await olga.press("[name=team_name]", "Enter");
    await olga.waitForLoadState();
  }
  await olga.goto(`${base}/settings/sign-in/providers/new`);
  await olga.fill("[name=name]", "Nordwind accounts");
  await olga.fill("[name=issuer]", issuer);
  await olga.fill("[name=client_id]", "desk");
  await olga.fill("[name=client_secret]", "hush");
  await olga.fill("[name=domains]", "nordwind.example");
  await olga.press("[name=issuer]", "Enter");
  await olga.waitForURL(`${base}/settings/sign-in/providers`);
  const edit = await olga.getByRole("link", { name: "Nordwind accounts" }).getAttribute("href");
  await olga.goto(`${base}${edit}/test`);
  await olga.locator("main form button[type=submit]").last().click();
  await olga.getByText("It knows Crewdesk by this id and secret").waitFor();

  const ben = await visitor();
  await ben.goto(`${base}/sign-in?next=/me`);
  await ben.getByRole("link", { name: "Sign in by single sign-on" }).click();
  await ben.fill("[name=identity]", "ben@nordwind.example");
  await ben.press("[name=identity]", "Enter");
  await ben.getByRole("button", { name: /Continue with Nordwind accounts/ }).click();
  await ben.waitForURL((url) => `${url}`.startsWith(issuer));
  await ben.locator("button[name=sub], [type=submit]", { hasText: "ben" }).first().click();
  await ben.waitForURL((url) => `${url}`.startsWith(base) && !`${url}`.includes("callback"));
  await ben.goto(`${base}/me`);
  assert.equal(await ben.inputValue("[name=first_name]"), "Ben");
  await ben.goto(`${base}/me/single-sign-on`);
  await ben.getByText("ben@nordwind.example").first().waitFor();
});

// Every page of the demo that a link leads to, looked at as an administrator does: on a phone in light, on a desk in
// dark. No accessibility violation, nothing that scrolls sideways, no error in the console.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { signIn, startDemo, visitor } from "../kit/server.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const looks = [["light", 360], ["dark", 1280]];
/** What is no page: files, and the way out. */
const notPages = /^\/(sign-out|api\/v1|assets|audit\/export|licences\/.*\.csv)|\/photo$|\.(csv|json|jsonl|xml)$/;
let base, browser, stop;

before(async () => {
  ({ base, browser, stop } = await startDemo());
});

after(async () => {
  await stop?.();
});

/** What a page is one of: `/users/{id}/edit` stands for all of them. */
function kind(path) {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/^\/settings\/mails\/.*/, "/settings/mails/{mail}");
}

/** Links to other pages of the demo. */
async function links(page) {
  const all = await page.$$eval("a[href]", (links) => links.map((link) => link.href));
  return all.filter((href) => href.startsWith(`${base}/`)).map((href) => new URL(href)).map((url) => url.pathname);
}

/** Ends what colours and places still move by. */
function settle(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const animation of document.getAnimations()) animation.finish();
  });
}

/** Looks at one page; tells what is wrong with it. */
async function look(page, path) {
  const faults = [];
  const note = (what) => faults.push(`${path} ${what}`);
  const complain = (message) => message.type() === "error" && note(`says in the console: ${message.text()}`);
  page.on("console", complain);
  const answer = await page.goto(base + path);
  if (answer.status() !== 200) note(`answers ${answer.status()}`);
  await page.evaluate(axe);
  for (const [colorScheme, width] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await settle(page);
    const { violations } = await page.evaluate(() => window.axe.run());
    for (const one of violations) note(`${colorScheme} ${width}: ${one.id} ${one.nodes[0]?.html}`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) note(`scrolls sideways at ${width}`);
  }
  page.off("console", complain);
  return faults;
}

/** Walks from page to page, one of each kind. */
async function walk(page, begin) {
  const [seen, faults, waiting] = [new Set(), [], [...begin]];
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (seen.has(kind(path)) || notPages.test(path)) continue;
    seen.add(kind(path));
    faults.push(...(await look(page, path)));
    waiting.push(...(await links(page)));
  }
  return { seen: [...seen].sort(), faults };
}

test("no page before the sign-in has an accessibility violation", { timeout: 120_000 }, async () => {
  const { seen, faults } = await walk(await visitor(browser), ["/sign-in", "/sign-up", "/dev/mail"]);
  assert.deepEqual(faults, []);
  for (const path of ["/sign-up", "/password/forgotten", "/sign-in/sso"]) assert.ok(seen.includes(path), `${path} is reached from ${seen}`);
});

test("no page that an administrator comes to has an accessibility violation", { timeout: 600_000 }, async () => {
  const page = await visitor(browser);
  await signIn(page, base, "olga@demo.example");
  const { seen, faults } = await walk(page, ["/"]);
  assert.deepEqual(faults, []);
  for (const path of ["/users/{id}", "/users/{id}/security", "/users/{id}/edit", "/teams/{id}", "/roles/{id}"]) assert.ok(seen.includes(path), `${path} is reached from ${seen}`);
});

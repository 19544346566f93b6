// Several people at once, as an administrator of the demo does it with the keyboard: seen before, done, told.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { picture, signIn, startDemo, visitor } from "../kit/server.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let base, browser, stop, page;

before(async () => {
  ({ base, browser, stop } = await startDemo());
  page = await visitor(browser);
  await signIn(page, base, "olga@demo.example");
});

after(async () => {
  await stop?.();
});

/** Opens the active people of the demo and ticks the first of them. */
async function ticked(count) {
  await page.goto(`${base}/users?lifecycle=active&role=technician`);
  const boxes = page.locator("#rows [data-pick]");
  const addresses = [];
  for (let row = 0; row < count; row++) {
    await boxes.nth(row).focus();
    await page.keyboard.press("Space");
    addresses.push((await page.locator("#rows .who-second").nth(row).textContent()).trim());
  }
  return addresses;
}

/** Chooses a step from the bar, with the keyboard alone. */
async function choose(words) {
  await page.locator("#bulk [popovertarget=bulk-more]").focus();
  await page.keyboard.press("Enter");
  await page.locator(`#bulk-more button:text-is("${words}")`).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog form");
}

async function accessible() {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`), []);
}

function shown() {
  return page.textContent("dialog");
}

test("those selected are suspended, and let in again", { timeout: 120_000 }, async () => {
  const addresses = await ticked(3);
  await picture(page, "bulk-1-bar");
  await choose("Suspend");
  assert.match(await shown(), /All \d+ in this list, other pages too/);
  await picture(page, "bulk-2-whom");
  await accessible();
  await page.click("dialog button:text-is('See what changes')");
  await page.waitForSelector("dialog [name=reason]");
  assert.match(await shown(), /Suspend 3 users\?/);
  await page.fill("dialog [name=reason]", "The season is over");
  await picture(page, "bulk-3-suspend");
  await accessible();
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=3 users are suspended and signed out everywhere.");
  assert.match(page.url(), /lifecycle=active/, "one is back in the list");
  const left = await page.locator("#rows .who-second").allTextContents();
  for (const one of addresses) assert.ok(!left.map((text) => text.trim()).includes(one), `${one} is gone from those who are active`);
  await page.goto(`${base}/users?lifecycle=suspended`);
  await page.locator("#rows tr", { hasText: addresses[0] }).locator("[data-pick]").check();
  await choose("Activate");
  await page.click("dialog button:text-is('See what changes')");
  await page.waitForSelector("dialog >> text=Activate one user?");
  await page.click("dialog button:text-is('Activate')");
  await page.waitForSelector("text=One user can sign in again.");
});

test("those selected are removed once their number is typed, or rather deactivated", { timeout: 120_000 }, async () => {
  await ticked(2);
  await choose("Remove");
  await page.click("dialog button:text-is('See what changes')");
  await page.waitForSelector("dialog [data-typed]");
  assert.match(await shown(), /Remove 2 users for good\?/);
  await picture(page, "bulk-4-remove");
  await accessible();
  await page.fill("dialog [data-typed]", "3");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog [data-typed]");
  assert.match(await shown(), /Remove 2 users for good\?/, "the key for the main button never does the other thing");
  await page.click("dialog button:text-is('Deactivate instead')");
  await page.waitForSelector("dialog >> text=Deactivate 2 users?");
  await page.click("dialog [data-close]");
  const [address] = await ticked(1);
  await choose("Remove");
  await page.click("dialog button:text-is('See what changes')");
  const button = page.locator("dialog button[data-needs-typed]");
  await page.waitForSelector("dialog [data-typed]");
  // Nothing goes before the number is typed.
  await button.and(page.locator(":disabled")).waitFor();
  assert.ok(await page.locator("dialog [data-typed]").evaluate((field) => field === document.activeElement), "focus goes to what is asked");
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=One user has been removed.");
  await page.goto(`${base}/users?search=${encodeURIComponent(`"${address}"`)}`);
  assert.equal(await page.locator("#rows .who-name").count(), 0);
});

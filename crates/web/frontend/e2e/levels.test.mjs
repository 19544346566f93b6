// The table of levels under the keyboard, with two hundred people (SPEC GRP-3).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, signIn, start, visitor } from "../kit/server.mjs";

const PEOPLE = 200;
let base, browser, stop, token;
const skills = {};

before(async () => {
  ({ base, browser, stop, token } = await start());
  for (const name of ["Czech", "English", "French"]) {
    skills[name] = (await ask(base, token, "POST", "/skills", { name })).id;
  }
  const group = (await ask(base, token, "POST", "/groups", { name: "Agents" })).id;
  for (let number = 1; number <= PEOPLE; number += 1) {
    const username = `agent${String(number).padStart(3, "0")}`;
    const user = { username, first_name: username, email: `${username}@nordwind.example`, group_id: group };
    await ask(base, token, "POST", "/users", user);
  }
});

after(async () => {
  await stop?.();
});

/** The table of the agents, by whom Olga is looking at it. */
async function table(page) {
  await page.goto(`${base}/skills/levels?search=agent`);
  await page.waitForSelector("table.matrix");
}

/** The cell of a row and a column, both counted from nought. */
function cell(page, row, column) {
  return page.locator("table.matrix tbody tr").nth(row).locator("input.matrix-cell").nth(column);
}

/** Row and column of the cell that has the focus. */
function focused(page) {
  return page.evaluate(() => {
    const place = document.activeElement.closest("td");
    return [place.parentElement.sectionRowIndex, place.cellIndex - 1];
  });
}

function unsaved(page) {
  return page.$eval("[data-unsaved]", (told) => (told.hidden ? 0 : Number(told.querySelector("output").value)));
}

/** Saves by the keyboard's way to the button and waits for the page that follows. */
async function save(page) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(".save-bar button[type=submit]")]);
}

test("arrows walk, digits set, and nothing else is a level", { timeout: 60_000 }, async () => {
  const page = await visitor(browser);
  await signIn(page, base);
  await table(page);
  await cell(page, 0, 0).focus();
  for (const [key, place] of [["ArrowRight", [0, 1]], ["ArrowDown", [1, 1]], ["ArrowLeft", [1, 0]], ["ArrowUp", [0, 0]], ["End", [0, 2]], ["Home", [0, 0]], ["ArrowUp", [0, 0]], ["Enter", [1, 0]]]) {
    await page.keyboard.press(key);
    assert.deepEqual(await focused(page), place, key);
  }
  await page.keyboard.press("7");
  await page.keyboard.press("Enter");
  await page.keyboard.press("x");
  await page.keyboard.press("4");
  await page.keyboard.press("5");
  assert.equal(await cell(page, 1, 0).inputValue(), "7");
  assert.equal(await cell(page, 2, 0).inputValue(), "5", "the last digit counts, a letter none");
  assert.equal(await unsaved(page), 2);
  await page.keyboard.press("Delete");
  assert.equal(await unsaved(page), 1, "what is as it was is no change");
  await save(page);
  await table(page);
  assert.equal(await cell(page, 1, 0).inputValue(), "7");
  assert.equal(await cell(page, 2, 0).inputValue(), "");
  assert.equal(await unsaved(page), 0);
});

test("leaving with unsaved levels asks first", { timeout: 60_000 }, async () => {
  const page = await visitor(browser);
  await signIn(page, base);
  await table(page);
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await page.goto(`${base}/skills`);
  assert.deepEqual(asked, [], "where nothing was typed nothing is asked");
  await table(page);
  await cell(page, 3, 1).focus();
  await page.keyboard.press("3");
  await page.click("nav a[href='/users']");
  assert.deepEqual(asked, ["beforeunload"]);
  assert.ok(page.url().includes("/skills/levels"), "it stays");
  assert.equal(await cell(page, 3, 1).inputValue(), "3");
  await cell(page, 3, 1).focus();
  await page.keyboard.press("0");
  await page.click("nav a[href='/users']");
  await page.waitForURL(/\/users/);
  assert.equal(asked.length, 1, "taken back, there is nothing to lose");
});

test("whoever saves second is told what the first set, and loses nothing", { timeout: 60_000 }, async () => {
  const page = await visitor(browser);
  await signIn(page, base);
  await table(page);
  await cell(page, 5, 0).focus();
  await page.keyboard.press("2");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("6");
  const list = await ask(base, token, "GET", "/skills/levels?search=agent006");
  const cells = [{ user_id: list.items[0].user_id, skill_id: skills.Czech, level: 9 }];
  await ask(base, token, "PATCH", "/skills/levels", { cells });
  await save(page);
  const first = page.locator("table.matrix tbody tr").filter({ hasText: "agent006" });
  assert.equal(await first.locator("input").nth(1).inputValue(), "2", "what was typed is still there");
  assert.match(await first.locator(".matrix-error").textContent(), /9/, "beside it what stands there now");
  assert.equal(await first.locator("input").nth(2).inputValue(), "6");
  let now = await ask(base, token, "GET", "/skills/levels?search=agent006");
  assert.deepEqual(now.items[0].skills, [{ skill_id: skills.Czech, level: 9 }], "all or nothing");
  await save(page);
  now = await ask(base, token, "GET", "/skills/levels?search=agent006");
  assert.deepEqual(now.items[0].skills.map((one) => one.level).sort(), [2, 6], "the second time it is meant");
});

test("it stays quick with two hundred people", { timeout: 120_000 }, async () => {
  const page = await visitor(browser);
  await signIn(page, base);
  const began = Date.now();
  await table(page);
  const shown = Date.now() - began;
  const rows = await page.$$eval("table.matrix tbody tr", (all) => all.length);
  assert.equal(rows, PEOPLE, "on one page");
  await cell(page, 0, 2).focus();
  const typing = Date.now();
  for (let row = 0; row < PEOPLE; row += 1) {
    await page.keyboard.press(String((row % 9) + 1));
    await page.keyboard.press("Enter");
  }
  const typed = (Date.now() - typing) / (2 * PEOPLE);
  assert.equal(await unsaved(page), PEOPLE);
  const saving = Date.now();
  await save(page);
  const saved = Date.now() - saving;
  assert.equal(await cell(page, PEOPLE - 1, 2).inputValue(), String(((PEOPLE - 1) % 9) + 1));
  console.log(`table shown in ${shown} ms, ${typed.toFixed(1)} ms a key, ${PEOPLE} levels saved and shown in ${saved} ms`);
  assert.ok(shown < 3_000 && typed < 50 && saved < 5_000, `${shown} ${typed} ${saved}`);
});

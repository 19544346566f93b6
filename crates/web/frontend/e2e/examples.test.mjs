// The worked examples of docs/guide, built by hand from nothing: each step as the guide tells it, through the pages
// alone, and what it says is looked for in the pages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, fill, password, picture, press, start, visitor } from "../kit/server.mjs";

const orders = [
  ["--name", "Kaufhaus Nord", "--admin-email", "it@nord.example", "--services", "pbx,helpdesk", "--tier", "profi", "--licences", "omnichannel_mini=10"],
  ["--name", "Velké centrum", "--admin-email", "it@centrum.example", "--services", "pbx", "--tier", "enterprise", "--licences", "callcentre=3000"],
];
let base, browser, stop, founded, mails;

before(async () => {
  ({ base, browser, stop, founded, mails } = await start(orders));
});

after(async () => {
  await stop?.();
});

/** A page and the ways about it that all examples use. */
async function desk() {
  const page = await visitor(browser);
  /** Opens a page by its place in the navigation. */
  const open = async (place) => {
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(`nav a:text-is("${place}")`)]);
  };
  /** Opens a thing of the list on show by its name. */
  const thing = async (name) => {
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(`main td a:has-text("${name}")`)]);
  };
  /** Follows a link of the page. */
  const follow = async (words) => {
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(`main a:text-is("${words}")`)]);
  };
  /** Opens a task in the dialog. */
  const task = async (words) => {
    const more = page.locator("main button:has-text('More')");
    const link = page.locator(`main a:text-is("${words}")`).first();
    if (!(await link.isVisible()) && (await more.count())) await more.first().click();
    await link.click();
    await page.waitForSelector("dialog[open] #sheet-title");
  };
  /** Fills a form that something is created by, and sends it. */
  const create = async (list, button, values) => {
    await open(list);
    await page.click(`main a:text-is("${button}")`);
    await page.waitForSelector(`:is(dialog[open], main) [name="${Object.keys(values)[0]}"]`);
    await fill(page, values);
    const place = (await page.$("dialog[open]")) ? "dialog" : "main";
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(`${place} button.btn-primary[type=submit]`)]);
  };
  const says = async (words) => {
    await page.waitForSelector(`main:has-text("${words}")`, { timeout: 4_000 }).catch(() => assert.fail(`"${words}" is not said on ${page.url()}`));
  };
  return { page, open, thing, follow, task, create, says };
}

/** A new administrator chooses a password by the link of the founding, and signs in. */
async function settle(page, link, email) {
  await page.goto(link);
  await fill(page, { password });
  await page.press("main [name=password]", "Enter");
  await page.waitForLoadState("load");
  await enter(page, base, email);
}

test("a reseller's customer with a telephone exchange and Omnichannel Mini", { timeout: 120_000 }, async () => {
  const { page, open, thing, create, says } = await desk();
  await settle(page, founded[0].first_password_url, "it@nord.example");
  const licence = "Omnichannel Mini PROFI";
  const jana = { first_name: "Jana", last_name: "Behrens", username: "jana.behrens", email: "jana@nord.example", licence };

  await create("Users", "Create user", jana);
  await says("No exchange is recorded yet");
  await picture(page, "reseller-1-too-early");
  await create("Exchanges", "Add exchange", { name: "Hamburg", first_extension: "200", last_extension: "299" });
  await says("Hamburg");
  await create("Helpdesks", "Add helpdesk", { name: "Kundendienst" });
  await picture(page, "reseller-2-helpdesks");

  await open("Licences");
  await says(licence);
  await picture(page, "reseller-3-licences");
  await open("Exchanges");
  await thing("Hamburg");
  await says("the next free extension is 200");
  await picture(page, "reseller-4-extensions");

  await create("Users", "Create user", { ...jana, extension: "200" });
  await says("Jana Behrens");
  await picture(page, "reseller-5-first-user");
  await create("Users", "Create user", { username: "ole", email: "ole@nord.example", licence, extension: "200" });
  await says("in use on the exchange");
  await picture(page, "reseller-6-taken");
  await fill(page, { extension: "" });
  await page.click("main button.btn-primary[type=submit]");
  await says("needs an extension");
  assert.equal(await page.inputValue("[name=username]"), "ole", "what was typed is still there");

  await open("Exchanges");
  await says("Changes pending since");
  assert.equal(await page.locator("main time").count(), 1, "one exchange waits");
  await picture(page, "reseller-7-pending");
});

test("a help desk of twelve", { timeout: 240_000 }, async () => {
  const { page, open, thing, follow, task, create, says } = await desk();
  await page.goto(base);
  await page.click("text=Start a trial");
  await fill(page, { organisation: "Kontor Hjelp", first_name: "Ida", last_name: "Tveit", email: "it@kontor.example", password });
  await picture(page, "helpdesk-1-sign-up");
  await page.press("main [name=password]", "Enter");
  await page.goto(await mails.link(`${base}/sign-up/`));
  await fill(page, { password });
  await page.press("main [name=password]", "Enter");
  await page.waitForLoadState("load");
  await enter(page, base, "it@kontor.example");
  await open("Users");
  await fill(page, { team_name: "Kontor" });
  await page.press("main [name=team_name]", "Enter");
  await page.waitForSelector("#rows");

  await create("Groups", "Create group", { name: "First line" });
  await open("Groups");
  await thing("First line");
  await fill(page, { wrap_up_seconds: "20" });
  await press(page, "Save");
  await create("Groups", "Create group", { name: "Second line" });
  await open("Groups");
  await thing("Second line");
  await fill(page, { wrap_up_seconds: "90", session_idle_minutes: "15" });
  await press(page, "Save");
  await open("Groups");
  await thing("Second line");
  await fill(page, { session_idle_minutes: "600" });
  await page.click("main button:text-is('Save')");
  await page.waitForSelector("[name=session_idle_minutes][aria-invalid]");
  await picture(page, "helpdesk-2-lowered");

  for (const [name, family] of [["Sara", "Lie"], ["Stig", "Moe"]]) {
    await create("Users", "Create user", { first_name: name, last_name: family, username: name.toLowerCase(), email: `${name.toLowerCase()}@kontor.example`, role_id: "Supervisor" });
    await says(`${name} ${family}`);
  }
  for (let number = 1; number <= 9; number += 1) {
    const username = `agent${number}`;
    await create("Users", "Create user", { first_name: "Agent", last_name: String(number), username, email: `${username}@kontor.example`, group_id: "First line", reports_to_named: "sara" });
    await says(`Agent ${number}`);
  }
  await picture(page, "helpdesk-3-agent");
  await says("Sara Lie");
  await open("Users");
  await says("12 users");
  await picture(page, "helpdesk-3-users");
  await page.click("[popovertarget=filter-panel]");
  await page.locator("#field-reports_to").pressSequentially("sara");
  await page.click("#field-reports_to-found label:has-text('Sara Lie')");
  await page.waitForSelector(".filter-chip:has-text('Reports to: Sara Lie')");
  assert.equal(await page.locator("#rows tr").count(), 9, "nine report to her");
  assert.ok(await page.isChecked("#filter-panel label:has-text('Sara Lie') input"), "her name stands there");
  await picture(page, "helpdesk-3-filter");

  for (const [name, leader] of [["Early", "sara"], ["Late", "stig"]]) {
    await create("Teams", "Create team", { name, leader_named: leader });
  }
  await open("Teams");
  await thing("Early");
  await task("Add people");
  await fill(page, { member_named: "agent1, agent2" });
  await press(page, "Add people");
  await says("Agent 1");
  await says("Agent 2");
  await picture(page, "helpdesk-4-team");

  await create("Roles", "Create role", { name: "Dispatcher", copy_of: "Technician" });
  await picture(page, "helpdesk-5-role");
  await page.check("main [name=grant][value='users.view:organisation']");
  await press(page, "See who gains and loses what");
  await says("Gained");
  await picture(page, "helpdesk-5-review");
  await press(page, "Save");

  await open("Users");
  await thing("Agent 1");
  await follow("Edit");
  await fill(page, { role_id: "Dispatcher" });
  await press(page, "Save");
  await says("Dispatcher");
  await follow("Access");
  await picture(page, "helpdesk-6-access");
  await follow("See users");
  await fill(page, { permission: "Suspend and activate users", target: "agent2" });
  await press(page, "Ask");
  await says("can’t do this");
  await picture(page, "helpdesk-6-why");

  await open("Users");
  await thing("Agent 2");
  await task("Move to another group");
  await fill(page, { group_id: "Second line" });
  await page.click("dialog button:text-is('See what changes')");
  await page.waitForSelector("dialog strong:text-is('What changes')");
  const look = await page.textContent("dialog");
  assert.match(look, /Wrap-up time: 90 seconds instead of 20 seconds/);
  await picture(page, "helpdesk-7-look");
  await press(page, "Move");
  await says("Second line");
});

test("a contact centre of 3,000 agents, in little", { timeout: 240_000 }, async () => {
  const { page, open, thing, follow, task, create, says } = await desk();
  await settle(page, founded[1].first_password_url, "it@centrum.example");
  for (const [name, wrap] of [["Voice", "30"], ["Chat", "10"]]) {
    await create("Groups", "Create group", { name });
    await open("Groups");
    await thing(name);
    await fill(page, { wrap_up_seconds: wrap });
    await press(page, "Save");
  }
  for (const name of ["Czech", "English", "Invoices"]) await create("Skills", "Add skill", { name });
  await picture(page, "centre-1-skills");
  const profile = async (group, name, levels) => {
    await create("Profiles", "Add profile", { name, group_id: group, ...levels });
  };
  await open("Profiles");
  await follow("Add profile");
  const fields = await page.$$eval("main .field-level", (all) => Object.fromEntries(all.map((one) => [one.querySelector("label").textContent, one.querySelector("input").name])));
  await page.goto(`${base}/profiles`);
  await profile("Voice", "Day calls", { [fields.Czech]: "6", [fields.Invoices]: "3" });
  await profile("Chat", "Letters", { [fields.English]: "5" });
  await profile("Chat", "Nothing", {});
  await page.waitForSelector("main [role=alert]");
  await picture(page, "centre-2-profile-empty");

  for (let number = 1; number <= 6; number += 1) {
    const username = `agent${number}`;
    await create("Users", "Create user", { first_name: "Agent", last_name: String(number), username, email: `${username}@centrum.example`, group_id: number % 3 ? "Voice" : "Chat" });
  }
  await create("Users", "Create user", { first_name: "Petra", last_name: "Malá", username: "petra", email: "petra@centrum.example", role_id: "Administrator" });
  await create("Teams", "Create team", { name: "Mornings", leader_named: "petra" });
  await open("Teams");
  await thing("Mornings");
  await task("Add people");
  await fill(page, { member_named: "agent1, agent2, agent4" });
  await press(page, "Add people");
  await says("Agent 4");

  await open("Home");
  await says("6 people are active but can’t receive work");
  await picture(page, "centre-3-home");
  await open("Skills");
  await follow("Levels");
  await page.waitForSelector("table.matrix");
  const rows = page.locator("table.matrix tbody tr").filter({ hasText: "agent" });
  await rows.first().locator("input.matrix-cell").first().focus();
  for (let number = 1; number <= 6; number += 1) {
    await page.keyboard.press(String(number + 3));
    await page.keyboard.press("Enter");
  }
  await picture(page, "centre-4-levels");
  await press(page, "Save");
  await open("Home");
  assert.equal(await page.locator("main :text('receive work')").count(), 0, "now all can");

  await open("Users");
  await thing("Agent 1");
  await follow("Work");
  await page.click("main a[href$='/work/edit']");
  await page.waitForLoadState("load");
  await page.check("main label:has-text('Day calls') input");
  await press(page, "Save");
  await says("Day calls");
  await picture(page, "centre-5-work");
  await open("Users");
  await page.click("[popovertarget=filter-panel]");
  await page.selectOption("#filter-panel [name=skill]", { label: "Invoices" });
  await page.selectOption("#filter-panel [name=level]", "3");
  await page.waitForSelector("#rows tr:only-child");
  assert.match(await page.textContent("#rows"), /Agent 1/, "one answers about invoices");
  await picture(page, "centre-6-filter");

  await open("Resource filters");
  await follow("Create filter");
  await fill(page, { name: "Chat only" });
  await page.check("main label:has-text('Chat') input");
  await picture(page, "centre-7-filter");
  await press(page, "Create filter");
  await open("Groups");
  await thing("Chat");
  await follow("Resource filter");
  await fill(page, { resource_filter_id: "Chat only" });
  await press(page, "Save");

  await open("Users");
  await thing("Agent 1");
  await task("Move to another group");
  await fill(page, { group_id: "Chat" });
  await page.click("dialog button:text-is('See what changes')");
  await page.waitForSelector("dialog strong:text-is('What changes')");
  const look = await page.textContent("dialog");
  assert.match(look, /The profile Day calls no longer counts/);
  assert.match(look, /The profile Letters can be ticked/);
  assert.match(look, /The inherited resource filter becomes Chat only/);
  assert.match(look, /Wrap-up time: 10 seconds instead of 30 seconds/);
  await picture(page, "centre-8-look");
  await page.click("dialog [data-close]");

  await open("Users");
  for (const name of ["Agent 2", "Agent 4"]) await page.locator("#rows tr", { hasText: name }).locator("[data-pick]").check();
  await page.click("#bulk button[type=submit]");
  await page.waitForSelector("dialog [name=group_id]");
  await fill(page, { group_id: "Chat" });
  await page.click("dialog button:text-is('See what changes')");
  await page.waitForSelector("dialog strong:text-is('What changes')");
  assert.match(await page.textContent("dialog"), /2 of them see by the resource filter Chat only then/);
  await picture(page, "centre-9-several");
  await press(page, "Move");
  await says("Chat");
});

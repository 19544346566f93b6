// A person does without a password, signs in and shows once more that it is them by passkey, and has a password again
// (SPEC ACC-4, ACC-5, ACC-9).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { authenticator } from "../kit/passkeys.mjs";
import { ask, enter, password, picture, press, send, signIn, start, visitor } from "../kit/server.mjs";

let base, browser, mails, stop, token;

before(async () => {
  ({ base, browser, mails, stop, token } = await start());
});

after(async () => {
  await stop?.();
});

/** Leaves the device's passkey to answer. */
async function use(page) {
  await page.waitForSelector("form[data-passkey=get]");
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click("text=Use the passkey")]);
}

test("somebody does without a password and chooses one again", { timeout: 180_000 }, async () => {
  const olga = await visitor(browser);
  await authenticator(olga);
  await signIn(olga, base);
  await olga.goto(`${base}/me/security`);
  assert.equal(await olga.locator("text=Do without a password").count(), 0, "not before there is a passkey");
  await olga.fill("[name=name]", "My notebook");
  await Promise.all([olga.waitForNavigation(), olga.click("text=Add a passkey")]);
  await picture(olga, "passkey-add");
  await Promise.all([olga.waitForSelector(".recovery"), olga.click("text=Make the passkey")]);
  await picture(olga, "recovery-codes");
  await Promise.all([olga.waitForNavigation(), olga.click("text=I have kept them")]);
  await picture(olga, "security-password");
  await olga.setViewportSize({ width: 1280, height: 900 });
  await olga.click("main >> text=Do without a password");
  await olga.waitForSelector("dialog[open] #sheet-title");
  await picture(olga, "password-removal");
  await press(olga, "Do without a password");
  assert.ok(await olga.isVisible("text=You have none"));
  await picture(olga, "security-no-password");

  await enter(olga, base, "olga@nordwind.example");
  assert.ok(await olga.isVisible("text=not right"), "the former password is wrong");
  await picture(olga, "sign-in");
  await Promise.all([olga.waitForNavigation(), olga.click("text=Sign in with a passkey")]);
  await picture(olga, "sign-in-passkey");
  await use(olga);
  assert.equal(olga.url(), `${base}/`);

  await olga.goto(`${base}/me/renewal?next=/me/password`);
  assert.equal(await olga.locator("[name=password]").count(), 0, "there is none to type");
  await picture(olga, "renewal-passkey");
  const before = await olga.context().cookies();
  await Promise.all([olga.waitForNavigation(), olga.click("text=Show a passkey")]);
  await use(olga);
  assert.equal(olga.url(), `${base}/me/password`);
  const session = (cookies) => cookies.find((one) => one.name === "__Host-crewdesk").value;
  assert.notEqual(session(await olga.context().cookies()), session(before), "the session has a new secret");

  await picture(olga, "password-none");
  await olga.fill("[name=password]", `${password} again`);
  await send(olga, "[name=password]");
  assert.ok(await olga.isVisible("text=You have a password from now on"));
  await picture(olga, "password");
  await enter(olga, base, "olga@nordwind.example", `${password} again`);
  assert.ok(await olga.isVisible("text=Recovery code"), "and with it the second factor is asked for");
  await picture(olga, "second-step");
});

test("somebody invited makes a passkey instead of a password", { timeout: 60_000 }, async () => {
  const people = [{ first_name: "Ivo", last_name: "Ing", email: "ivo@nordwind.example" }];
  await ask(base, token, "POST", "/invitations", { people });
  const ivo = await visitor(browser);
  await authenticator(ivo);
  await ivo.goto(await mails.link(`${base}/invitations/`));
  await picture(ivo, "invitation");
  await Promise.all([ivo.waitForNavigation(), ivo.click("text=Make a passkey instead")]);
  await picture(ivo, "invitation-passkey");
  await Promise.all([ivo.waitForSelector(".recovery"), ivo.click("text=Make the passkey")]);
  assert.equal(await ivo.locator(".recovery code").count(), 10);
  await picture(ivo, "invitation-codes");
  await Promise.all([ivo.waitForNavigation(), ivo.click("text=I have kept them")]);
  assert.equal(ivo.url(), `${base}/`);
  await ivo.goto(`${base}/me/security`);
  assert.ok(await ivo.isVisible("text=You have none"));
  await ivo.setViewportSize({ width: 360, height: 800 });
  await ivo.goto(`${base}/me/security`);
  const tab = await ivo.locator(".tabs [aria-current=page]").boundingBox();
  assert.ok(tab.x >= 0 && tab.x + tab.width <= 360, "the present tab is in sight");
});

test("a wrong passkey leaves one at the second step", { timeout: 60_000 }, async () => {
  const olga = await visitor(browser);
  await authenticator(olga);
  await signIn(olga, base, "olga@nordwind.example", `${password} again`);
  await Promise.all([olga.waitForNavigation(), olga.click("text=Sign in with a passkey")]);
  await olga.waitForSelector("form[data-passkey=get]");
  // A device that answers with a passkey of nobody's.
  await olga.evaluate(() => {
    const form = document.querySelector("form[data-passkey]");
    form.querySelector("[name=credential]").value = "{}";
    form.submit();
  });
  await olga.waitForSelector("text=could not be accepted");
  assert.equal(await olga.locator("form[action='/sign-in/second'] [name=ticket]").count(), 1);
  await picture(olga, "second-step-wrong");
});

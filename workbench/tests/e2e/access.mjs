import assert from "node:assert/strict";
import { test } from "node:test";
import { TOKEN, aboutStored, at, open, part, quiet, row, settled, sites } from "./site.mjs";

async function enter(token) {
  await at.page.getByLabel("Token").fill(token);
  await at.page.keyboard.press("Enter");
}

test("a server that asks for a token is opened with it, where one was going", async () => {
  const { page } = at;
  at.base = sites.guarded.base;
  await open("/?type=ASSAULT");
  await page.getByText("This server asks for a token").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "token");
  assert.equal(await page.locator("section.panel").count(), 0);
  await enter("a-token-that-is-wrong");
  await page.getByText("That is not the token of this server").waitFor();
  await enter(TOKEN);
  await settled("Claims", (await sites.guarded.ask("/claims/count?type=ASSAULT")).claims);
  await page.reload();
  await row(0).waitFor();
  await row(0).click();
  await page.getByText("Read it in the article").click();
  await page.getByText("Page as stored").click();
  await page.locator("iframe[src^=blob]").waitFor();
  await page.frameLocator("iframe").locator("p").first().waitFor();
  at.complaints = at.complaints.filter((text) => !aboutStored.test(text));
  await page.evaluate(() => sessionStorage.setItem("dateline-token", "a-token-that-was-changed"));
  await page.reload();
  await page.getByText("This server asks for a token").waitFor();
});

test("the store is shown as it was known on a day, and a claim says what held before", async () => {
  const { page } = at;
  const { ask, base } = sites.guarded;
  at.base = base;
  await open("/");
  await enter(TOKEN);
  await quiet();
  const { items } = await ask("/claims?type=PROTEST&limit=1&order=surest");
  const { history } = await ask(`/claims/${items[0].claim.id}`);
  assert.equal(history.length, 2);
  await open(`/?type=PROTEST&claim=${items[0].claim.id}`);
  await part("The chosen claim").getByText("Why, and before").click();
  const steps = part("The chosen claim").locator("li", { hasText: /Held|Holds/ });
  assert.equal(await steps.count(), 2);
  assert.match(await steps.first().innerText(), /Holds since[\s\S]*Confidence .*→ 0\.99/);
  assert.match(await steps.last().innerText(), /Held from[\s\S]*First coded so/);
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel("As known on").fill(today);
  await page.waitForURL(/known_on=/);
  await page.getByText("As the store knew it at the end of").waitFor();
  await settled("Claims", (await ask(`/claims/count?type=PROTEST&known_on=${today}`)).claims);
  const then = (await ask(`/claims/${items[0].claim.id}?known_on=${today}`)).told.claim.confidence;
  await part("The chosen claim").locator("footer", { hasText: `confidence ${then.toFixed(2)}` }).waitFor();
  await page.getByText("Read it in the article").click();
  await page.waitForURL(/articles\/.*known_on=/);
  await page.locator(".card.selected", { hasText: `confidence ${then.toFixed(2)}` }).waitFor();
  await page.getByText("Back to now").click();
  await page.locator(".card.selected", { hasText: "confidence 0.99" }).waitFor();
  await open("/?known_on=2001-01-01");
  await page.getByText("No claims match these filters").waitFor();
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { aboutStored, at, open, row, sites } from "./site.mjs";

const plain = (text) => text.replaceAll(/\s+/g, " ");

test("a claim is two steps from its sentence", async () => {
  const { page } = at;
  await open();
  await row(3).click();
  const id = await row(3).getAttribute("data-id");
  await page.getByText("Read it in the article").click();
  await page.waitForURL(/\/articles\/a-/);
  await page.locator(`[data-card="${id}"] .card.selected`).waitFor();
  const { told, document } = await sites.examples.ask(`/claims/${id}`);
  const words = await page.locator(`[data-trigger~="${id}"].strong`).allInnerTexts();
  assert.equal(words.join(""), told.claim.trigger.text);
  assert.equal(plain(await page.locator(".text").textContent()), plain(document.article.text));
  await page.locator(`[data-card="${id}"]`).getByText("Why").click();
  await page.locator(`[data-card="${id}"] .why dt`).first().waitFor();
  await page.getByText("← Claims").click();
  await row(0).waitFor();
});

test("card and words light up together", async () => {
  const { page } = at;
  const { items } = await sites.examples.ask("/claims?limit=1&q=convoy");
  await open(`/articles/${items[0].article.id}`);
  const id = items[0].claim.id;
  await page.locator(`[data-card="${id}"]`).hover();
  await page.locator(`[data-trigger~="${id}"].lit`).first().waitFor();
  await page.locator(`[data-trigger~="${id}"]`).first().hover();
  await page.locator(`[data-card="${id}"] .card.active`).waitFor();
});

test("words of all kinds are marked: triggers, actors, recipients, places, times, sources", async () => {
  const { page } = at;
  const { items } = await sites.examples.ask("/articles?limit=50");
  const kinds = ["trigger", "actor", "recipient", "place", "time", "source"];
  const met = new Set();
  for (const { id } of items) {
    if (met.size === kinds.length) break;
    await open(`/articles/${id}`);
    await page.locator(".text").waitFor();
    for (const kind of kinds) if (await page.locator(`.text .k-${kind}`).count()) met.add(kind);
  }
  assert.deepEqual([...met].sort(), [...kinds].sort());
});

test("what was cut from the page is shown where it stood, and is not of the text", async () => {
  const { page } = at;
  const { items } = await sites.examples.ask("/articles?limit=1&q=mortars");
  await open(`/articles/${items[0].id}`);
  await page.locator(".text").waitFor();
  assert.equal(await page.locator(".cut").count(), 0);
  await page.getByText("With what was cut").click();
  await page.locator(".cut").first().waitFor();
  const { document } = await sites.examples.ask(`/articles/${items[0].id}`);
  for (const line of await page.locator(".cut p:not(.how)").allInnerTexts()) assert.ok(line.length < 20 || !plain(document.article.text).includes(plain(line)), line);
  assert.ok((await page.locator(".cut").last().innerText()).length > 10);
});

test("the stored page is shown without any right", async () => {
  const { page } = at;
  const { items } = await sites.examples.ask("/articles?limit=1&q=mortars");
  await open(`/articles/${items[0].id}`);
  await page.getByText("Page as stored").click();
  const frame = page.locator("iframe");
  await frame.waitFor();
  assert.equal(await frame.getAttribute("sandbox"), "");
  await page.frameLocator("iframe").locator("body").waitFor();
  await page.getByText("Text", { exact: true }).click();
  await page.locator(".text").waitFor();
  at.complaints = at.complaints.filter((text) => !aboutStored.test(text));
});

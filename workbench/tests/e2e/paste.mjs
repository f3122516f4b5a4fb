import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { TOKEN, at, open, root, sites } from "./site.mjs";

const NEWS = "Kenyan soldiers arrested five traders near Garissa on Monday, police said. <img src=x onerror=alert(1)> They were freed.";

async function code(text) {
  const { page } = at;
  await open("/code");
  await page.getByLabel("Text or HTML of the page").fill(text);
  await page.getByLabel("Published").fill("2024-05-07");
  await page.getByText("Code the text").click();
  await page.locator(".cards .card").first().waitFor({ timeout: 90_000 });
}

test("a pasted text is coded, shown as text, and not stored", async () => {
  const { page } = at;
  const { claims } = await sites.examples.ask("/claims/count");
  await code(NEWS);
  assert.match(await page.locator(".text").textContent(), /<img src=x/);
  assert.equal(await page.locator(".text img").count(), 0);
  await page.locator(".card").first().getByText("Why").click();
  await page.locator(".why p").first().waitFor();
  await page.getByText("Nothing was stored").waitFor();
  assert.equal(await page.getByText("Store it").count(), 0);
  assert.equal((await sites.examples.ask("/claims/count")).claims, claims);
});

test("a pasted text is stored when that is asked for, with the token", async () => {
  const { page } = at;
  at.base = sites.writable.base;
  const { articles } = await sites.writable.ask("/about");
  await code(NEWS);
  assert.equal((await sites.writable.ask("/about")).articles, articles);
  await page.getByText("Store it").click();
  await page.getByLabel("Token").fill("a-token-that-is-wrong");
  await page.getByRole("button", { name: "Store", exact: true }).click();
  await page.getByText("The server does not take this token").waitFor();
  await page.getByLabel("Token").fill(TOKEN);
  await page.getByRole("button", { name: "Store", exact: true }).click();
  await page.getByText("Stored: 1 article").waitFor();
  assert.equal((await sites.writable.ask("/about")).articles, articles + 1);
  await page.getByText(`${articles + 1} articles`).waitFor();
  await page.getByText("See it in the store").click();
  await page.waitForURL(/\/articles\/a-/);
  await page.locator(".cards .card").first().waitFor();
});

test("a file is coded, and one without an article says why", async () => {
  const { page } = at;
  await open("/code");
  await page.setInputFiles("input[type=file]", join(root, "examples/pages/banjul-tide/2025-09-14-herons-attack.html"));
  await page.locator(".cards .card").first().waitFor({ timeout: 90_000 });
  await page.getByText("← Another page").click();
  await page.setInputFiles("input[type=file]", { name: "empty.html", mimeType: "text/html", buffer: Buffer.from("<html><body></body></html>") });
  await page.getByText("No article was found on this page").waitFor({ timeout: 60_000 });
});

test("a dropped file is coded too, and one that is too large is refused here", async () => {
  const { page } = at;
  await open("/code");
  const drop = (size) => page.evaluate((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([bytes ? new Uint8Array(bytes) : "Rebels shelled the town of Garissa on Monday, killing five civilians, police said."], "page.txt"));
    document.querySelector(".view").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, size);
  await page.getByText("Code the text").waitFor();
  await drop(6_000_000);
  await page.getByText("The file is too large").waitFor();
  await page.getByText("Back to the text").click();
  await drop(0);
  await page.locator(".text", { hasText: "Rebels shelled" }).waitFor({ timeout: 60_000 });
});

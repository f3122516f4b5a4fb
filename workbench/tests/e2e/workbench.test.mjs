import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serving } from "./serving.mjs";

const here = dirname(fileURLToPath(import.meta.url));
let site, page, strange, complaints;

before(async () => { site = await serving(); }, { timeout: 180_000 });
after(() => site?.close());
beforeEach(async () => {
  page = await site.context.newPage();
  page.setDefaultTimeout(15_000);
  strange = []; complaints = [];
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.base)) strange.push(request.url()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" && !/status of (404|503)|ERR_FAILED/.test(message.text())) complaints.push(message.text()); });
});
afterEach(async () => {
  await page.close();
  assert.deepEqual(strange, [], "nothing is asked of another machine");
  assert.deepEqual(complaints, [], "the browser complains of nothing, the policy of the server included");
});

const open = async (path = "/") => { await page.goto(site.base + path); };
const settled = (label, claims) => page.waitForFunction(([name, n]) => document.querySelector(`section[aria-label="${name}"]`)?.dataset.claims === n, [label, String(claims)]);
const params = () => new URL(page.url()).searchParams;
const sum = (list) => list.reduce((total, one) => total + one.claims, 0);
const row = (at) => page.locator(`[role=row][data-at="${at}"]`);

async function agree(query) {
  const joined = (more) => [query, more].filter(Boolean).join("&");
  const { claims } = await site.ask(`/claims/count?${query}`);
  await settled("Claims", claims);
  await settled("Map", sum((await site.ask(`/cells?${joined("zoom=1")}`)).cells));
  await settled("Timeline", sum((await site.ask(`/series?${joined("step=day")}`)).points));
  return claims;
}

test("map, timeline and table agree on what a filter leaves", async () => {
  await open();
  const all = await agree("");
  await page.check('input[name=type][value=ASSAULT]');
  const some = await agree("type=ASSAULT");
  assert.ok(some > 0 && some < all);
  await page.check('input[name=status][value=happened]');
  assert.ok((await agree("type=ASSAULT&status=happened")) < some);
  await page.fill("input[name=q]", "convoy");
  await page.press("input[name=q]", "Enter");
  await agree("type=ASSAULT&status=happened&q=convoy");
  await page.click("text=Clear all");
  assert.equal(await agree(""), all);
});

test("the address holds the state", async () => {
  await open("/?type=ASSAULT&order=surest&country=KGZ&country=TJK");
  const claims = await agree("type=ASSAULT&country=KGZ&country=TJK");
  await row(1).click();
  await page.getByRole("region", { name: "The chosen claim" }).waitFor();
  assert.match(params().get("claim"), /^c-/);
  await page.reload();
  await settled("Claims", claims);
  assert.equal(await page.getByLabel("Order").inputValue(), "surest");
  assert.ok(await page.isChecked("input[name=country][value=KGZ]"));
  await page.getByRole("region", { name: "The chosen claim" }).waitFor();
  await page.getByLabel("Close the claim").click();
  await page.goBack();
  await page.getByRole("region", { name: "The chosen claim" }).waitFor();
});

test("a claim is two steps from its sentence", async () => {
  await open();
  await row(3).click();
  const id = await row(3).getAttribute("data-id");
  await page.getByText("Read it in the article").click();
  await page.waitForURL(/\/articles\/a-/);
  await page.locator(`[data-card="${id}"] .card.selected`).waitFor();
  const { told, document } = await site.ask(`/claims/${id}`);
  const words = await page.locator(`[data-trigger~="${id}"].strong`).allInnerTexts();
  assert.equal(words.join(""), told.claim.trigger.text);
  assert.equal((await page.locator(".text").textContent()).replaceAll(/\s+/g, " "), document.article.text.replaceAll(/\s+/g, " "));
  await page.locator(`[data-card="${id}"]`).getByText("Why").click();
  await page.locator(`[data-card="${id}"] .why h4`).first().waitFor();
  await page.getByText("← Claims").click();
  await row(0).waitFor();
});

test("card and words light up together", async () => {
  await open("/");
  const { items } = await site.ask("/claims?limit=1&q=convoy");
  await open(`/articles/${items[0].article.id}`);
  const id = items[0].claim.id;
  await page.locator(`[data-card="${id}"]`).hover();
  assert.ok(await page.locator(`[data-trigger~="${id}"].lit`).count());
  await page.locator(`[data-trigger~="${id}"]`).first().hover();
  await page.locator(`[data-card="${id}"] .card.active`).waitFor();
});

test("everything can be reached with the keyboard", async () => {
  await open();
  await row(0).waitFor();
  const met = new Set();
  for (let tabs = 0; tabs < 150 && !met.has("row"); tabs++) {
    await page.keyboard.press("Tab");
    met.add(await page.evaluate(() => {
      const at = document.activeElement;
      if (at.matches("[data-at]")) return "row";
      if (at.matches("canvas")) return "map";
      if (at.closest("section[aria-label=Network]")) return at.matches(".edge") ? "edge" : "network";
      return at.getAttribute("aria-label") ?? at.getAttribute("name") ?? at.textContent.trim();
    }));
  }
  for (const name of ["Full text", "From", "Actor", "type", "edge", "Step", "Order", "row"]) assert.ok(met.has(name), `${name} among ${[...met]}`);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement.dataset.at === "1");
  const id = await row(1).getAttribute("data-id");
  await page.keyboard.press("Enter");
  await page.getByText("Read it in the article").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/articles/a-.*claim=${id}`));
  await page.locator(".card").first().waitFor();
  await page.keyboard.press("k"); await page.keyboard.press("k"); await page.keyboard.press("k"); await page.keyboard.press("k");
  const first = await page.locator(".card.selected").getAttribute("data-claim");
  await page.keyboard.press("j");
  if ((await page.locator(".cards .card").count()) > 1) await page.waitForFunction((was) => document.querySelector(".card.selected")?.dataset.claim !== was, first);
});

test("the brush of the timeline narrows everything, by hand and by key", async () => {
  await open();
  const box = await page.locator("section[aria-label=Timeline] svg").boundingBox();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 30, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/from=.*to=/);
  const [from, to] = [params().get("from"), params().get("to")];
  assert.ok(from < to);
  await agree(`from=${from}&to=${to}`);
  await page.getByLabel("First day").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((was) => new URL(location.href).searchParams.get("from") > was, from);
  await agree(`from=${params().get("from")}&to=${to}`);
});

test("an arrow of the network chooses its claims", async () => {
  await open();
  const { edges } = await site.ask("/network?level=country&limit=45");
  const edge = edges.find((one) => one.actor.country && one.recipient.country);
  await page.locator(".edge").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/actor=.*recipient=/);
  await settled("Claims", (await site.ask(`/claims/count?${new URLSearchParams({ actor: edge.actor.country, recipient: edge.recipient.country })}`)).claims);
});

test("the table draws what is in view and fetches the rest as it is scrolled", async () => {
  await open();
  const { claims } = await site.ask("/claims/count");
  await row(0).focus();
  const last = async () => Number(await page.evaluate(() => document.activeElement.dataset.at));
  for (let tries = 0; tries < 12 && (await last()) < claims - 1; tries++) { await page.keyboard.press("End"); await page.waitForTimeout(250); }
  assert.equal(await last(), claims - 1);
  assert.ok((await page.locator("[role=row][data-at]").count()) < 60);
});

test("what is on screen can be taken along", async () => {
  await open("/?type=ASSAULT");
  await agree("type=ASSAULT");
  const take = async (press) => { const [file] = await Promise.all([page.waitForEvent("download"), press()]); return readFileSync(await file.path(), "utf8"); };
  const part = (name) => page.locator(`section[aria-label="${name}"]`);
  const world = Number(await part("Map").getAttribute("data-claims"));
  const map = async () => sum(JSON.parse(await take(() => part("Map").getByText("Export").click())).features.map((one) => one.properties));
  await page.locator("[data-ready]").waitFor();
  assert.ok((await map()) > 0);
  await open("/?type=ASSAULT&at=-16.5,13.4,6");
  await page.locator("[data-ready]").waitFor();
  await page.waitForTimeout(800);
  const near = await map();
  assert.ok(near > 0 && near < world, `${near} of ${world} in Gambia`);
  assert.match(await take(() => part("Timeline").getByText("Export").click()), /^first,step,/);
  assert.match(await take(() => part("Network").getByText("Export").click()), /^actor,recipient,/);
  await part("Claims").getByText("Export").click();
  const lines = await take(() => page.getByRole("menuitem", { name: /jsonl/ }).click());
  const told = lines.trim().split("\n").map((line) => JSON.parse(line)).flatMap((one) => one.claims);
  assert.ok(told.length > 0 && told.every((claim) => claim.type === "ASSAULT"));
});

test("a pasted text is coded, shown as text, and not stored", async () => {
  const { claims } = await site.ask("/claims/count");
  await open("/code");
  await page.getByLabel("Text or HTML of the page").fill("Kenyan soldiers arrested five traders near Garissa on Monday, police said. <img src=x onerror=alert(1)> They were freed.");
  await page.getByLabel("Published").fill("2024-05-07");
  await page.getByText("Code the text").click();
  await page.locator(".cards .card").first().waitFor({ timeout: 90_000 });
  assert.match(await page.locator(".text").textContent(), /<img src=x/);
  assert.equal(await page.locator(".text img").count(), 0);
  await page.locator(".card").first().getByText("Why").click();
  await page.locator(".why p").first().waitFor();
  assert.equal((await site.ask("/claims/count")).claims, claims);
});

test("a file is coded, and one without an article says why", async () => {
  await open("/code");
  await page.setInputFiles("input[type=file]", join(here, "../../../examples/pages/banjul-tide/2025-09-14-herons-attack.html"));
  await page.locator(".cards .card").first().waitFor({ timeout: 90_000 });
  await page.getByText("← Another page").click();
  await page.setInputFiles("input[type=file]", { name: "empty.html", mimeType: "text/html", buffer: Buffer.from("<html><body></body></html>") });
  await page.getByText("No article was found on this page").waitFor({ timeout: 60_000 });
});

test("the stored page is shown without any right", async () => {
  const { items } = await site.ask("/articles?limit=1");
  await open(`/articles/${items[0].id}`);
  await page.getByText("Page as stored").click();
  const frame = page.locator("iframe");
  await frame.waitFor();
  assert.equal(await frame.getAttribute("sandbox"), "");
  await page.waitForLoadState("networkidle");
  complaints = complaints.filter((text) => !/"default-src 'none'"|frame is sandboxed/.test(text)); // they are about the stored page, and right
  await page.getByText("Cleaned text").click();
  await page.locator(".text").waitFor();
});

test("nothing found, nothing there, and no answer are all said", async () => {
  await open("/?q=xyzzyplugh");
  await page.getByText("No claims match these filters").waitFor();
  await open("/articles/a-0");
  await page.getByRole("alert").waitFor();
  await open("/no/such");
  await page.getByText("There is nothing at this address").waitFor();
  await page.route("**/api/v1/claims?**", (route) => route.abort());
  await open("/");
  await page.getByText("The server does not answer").waitFor();
  await page.unroute("**/api/v1/claims?**");
  await page.getByText("Try again").click();
  await row(0).waitFor();
});

test("it looks as it should, light and dark", async () => {
  mkdirSync(join(here, "shots"), { recursive: true });
  const { items } = await site.ask("/claims?limit=1&q=hospital");
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    const places = { overview: "/", filtered: "/?country=KGZ&country=TJK&at=71.5,39.8,4", article: `/articles/${items[0].article.id}?claim=${items[0].claim.id}`, paste: "/code" };
    for (const [name, path] of Object.entries(places)) {
      await open(path);
      if (path.startsWith("/?") || path === "/") await page.locator("[data-ready]").waitFor();
      await page.waitForTimeout(900);
      await page.screenshot({ path: join(here, "shots", `${name}-${scheme}.png`) });
    }
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), scheme);
  }
});

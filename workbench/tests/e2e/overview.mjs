import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { at, open, params, part, quiet, row, settled, sites, sum } from "./site.mjs";

async function agree(query) {
  const joined = (more) => [query, more].filter(Boolean).join("&");
  const { ask } = sites.examples;
  const { claims } = await ask(`/claims/count?${query}`);
  await settled("Claims", claims);
  await settled("Map", sum((await ask(`/cells?${joined("zoom=1")}`)).cells));
  await settled("Timeline", sum((await ask(`/series?${joined("step=day")}`)).points));
  return claims;
}

test("map, timeline and table agree on what a filter leaves", async () => {
  const { page } = at;
  await open();
  const all = await agree("");
  await page.check("input[name=type][value=ASSAULT]");
  const some = await agree("type=ASSAULT");
  assert.ok(some > 0 && some < all);
  await page.check("input[name=status][value=happened]");
  assert.ok((await agree("type=ASSAULT&status=happened")) < some);
  await page.fill("input[name=q]", "convoy");
  await page.press("input[name=q]", "Enter");
  await agree("type=ASSAULT&status=happened&q=convoy");
  await page.click("text=Clear all");
  assert.equal(await agree(""), all);
});

test("the address holds the state", async () => {
  const { page } = at;
  await open("/?type=ASSAULT&order=surest&country=KGZ&country=TJK");
  const claims = await agree("type=ASSAULT&country=KGZ&country=TJK");
  await row(1).click();
  await part("The chosen claim").waitFor();
  assert.match(params().get("claim"), /^c-/);
  await page.reload();
  await settled("Claims", claims);
  assert.equal(await page.getByLabel("Order").inputValue(), "surest");
  assert.ok(await page.isChecked("input[name=country][value=KGZ]"));
  await part("The chosen claim").waitFor();
  await page.getByLabel("Close the claim").click();
  await page.goBack();
  await part("The chosen claim").waitFor();
});

test("the brush of the timeline narrows everything, by hand and by key", async () => {
  const { page } = at;
  await open();
  await quiet();
  const box = await page.locator("section[aria-label=Timeline] svg").boundingBox();
  await page.mouse.move(box.x + box.width * 0.1, box.y + 30);
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

test("the few claims of long ago make room, and can be shown", async () => {
  const { page } = at;
  await open();
  await page.getByText(/\d+ before \d{4}/).click();
  await page.waitForURL(/early=1/);
  await page.locator("section[aria-label=Timeline] text", { hasText: "1960" }).waitFor();
});

test("an arrow of the network chooses its claims", async () => {
  const { page } = at;
  await open();
  const { edges } = await sites.examples.ask("/network?level=country&limit=45");
  const edge = edges.find((one) => one.actor.country && one.recipient.country);
  await page.locator(".edge").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/actor=.*recipient=/);
  await settled("Claims", (await sites.examples.ask(`/claims/count?${new URLSearchParams({ actor: edge.actor.country, recipient: edge.recipient.country })}`)).claims);
});

test("a bubble of the map chooses its place", async () => {
  const { page } = at;
  await open("/?country=TJK&at=70.7,39.7,7");
  await quiet();
  const { cells } = await sites.examples.ask("/cells?zoom=7&country=TJK");
  const cell = cells.find((one) => one.place && !one.coarse);
  const box = await page.locator("canvas").boundingBox();
  const place = ([lon, lat]) => { // Web Mercator, as the map draws
    const y = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
    const scale = 512 * 2 ** 7;
    return [box.x + box.width / 2 + ((lon - 70.7) / 360) * scale, box.y + box.height / 2 - ((y(lat) - y(39.7)) / (2 * Math.PI)) * scale];
  };
  const [x, y] = place([cell.lon, cell.lat]);
  for (let tries = 0; tries < 50 && !(await page.locator(".tip").count()); tries++) { // until the worker has cut the bubbles into tiles
    await page.mouse.move(x + (tries % 2), y);
    await page.waitForTimeout(100);
  }
  assert.ok((await page.locator(".tip").innerText()).startsWith(cell.place));
  await page.mouse.click(x, y);
  await page.waitForURL(/place=/);
  assert.equal(params().get("place"), cell.place);
});

test("provinces and towns are loaded close by, and not before", async () => {
  const { page } = at;
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open("/");
  await quiet();
  assert.ok(asked.includes("/map/borders.json"));
  assert.ok(!asked.includes("/map/provinces.json") && !asked.includes("/map/towns.json"));
  const towns = page.waitForRequest("**/map/towns.json");
  await open("/?at=75,35,5");
  await towns;
  assert.ok(asked.includes("/map/provinces.json"));
});

test("panning asks for nothing that is there already, and for one thing at a time", async () => {
  const { page } = at;
  await open("/?at=71.5,39.8,5");
  await quiet();
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("/api/")) asked.push(new URL(request.url()).pathname); });
  await page.locator("canvas").focus();
  for (let press = 0; press < 6; press++) await page.keyboard.press(press % 2 ? "ArrowRight" : "ArrowLeft");
  await page.waitForFunction(() => /at=7[0-9.]+/.test(location.search));
  await quiet();
  assert.ok(asked.length <= 1 && asked.every((path) => path === "/api/v1/cells"), `${asked}`);
});

test("a question that is overtaken is dropped", async () => {
  const { page } = at;
  await open();
  await quiet();
  const dropped = [];
  page.on("requestfailed", (request) => dropped.push(request.failure().errorText));
  await page.route("**/api/v1/claims?*type=ASSAULT*", (route) => setTimeout(() => route.continue().catch(() => null), 1500));
  await page.check("input[name=type][value=ASSAULT]");
  await page.waitForRequest("**/api/v1/claims?*type=ASSAULT*");
  await page.click("text=Clear all");
  await settled("Claims", (await sites.examples.ask("/claims/count")).claims);
  assert.ok(dropped.includes("net::ERR_ABORTED"), `${dropped}`);
});

test("the table draws what is in view and fetches the rest as it is scrolled", async () => {
  const { page } = at;
  await open();
  const { claims } = await sites.examples.ask("/claims/count");
  await row(0).focus();
  for (let end = 99; ; end = Math.min(claims - 1, end + 100)) {
    await page.keyboard.press("End");
    await page.waitForFunction((n) => Number(document.activeElement.dataset.at) >= n, end);
    if (end === claims - 1) break;
    await page.waitForFunction((n) => parseFloat(document.querySelector(".all").style.height) > 28 * (n + 1), end);
  }
  assert.equal(Number(await page.evaluate(() => document.activeElement.dataset.at)), claims - 1);
  assert.ok((await page.locator("[role=row][data-at]").count()) < 60);
});

test("a table of very many claims stays small", async () => {
  const { page } = at;
  const { items } = await sites.examples.ask("/claims?limit=100");
  let pages = 0;
  await page.route("**/api/v1/claims?*", (route) => {
    const made = items.map((one, index) => ({ ...one, claim: { ...one.claim, id: `c-${pages}-${index}` } }));
    pages++;
    return route.fulfill({ json: { items: made, following: `page-${pages}` } });
  });
  await open();
  await row(0).waitFor();
  for (let times = 1; times <= 30; times++) {
    await page.evaluate(() => { const body = document.querySelector(".table .body"); body.scrollTop = body.scrollHeight; });
    await page.waitForFunction((n) => parseFloat(document.querySelector(".all").style.height) >= 2800 * (n + 1), times);
  }
  assert.ok(pages > 30);
  assert.ok((await page.locator("[role=row][data-at]").count()) < 60);
  assert.ok((await page.evaluate(() => document.querySelectorAll("*").length)) < 3000);
});

test("what is on screen can be taken along", async () => {
  const { page } = at;
  await open("/?type=ASSAULT");
  await agree("type=ASSAULT");
  await quiet();
  const take = async (press) => { const [file] = await Promise.all([page.waitForEvent("download"), press()]); return readFileSync(await file.path(), "utf8"); };
  const world = Number(await part("Map").getAttribute("data-claims"));
  const map = async () => sum(JSON.parse(await take(() => part("Map").getByText("Export").click())).features.map((one) => one.properties));
  assert.ok((await map()) > 0);
  await open("/?type=ASSAULT&at=-16.5,13.4,6");
  await quiet();
  const near = await map();
  assert.ok(near > 0 && near < world, `${near} of ${world} in Gambia`);
  assert.match(await take(() => part("Timeline").getByText("Export").click()), /^first,step,/);
  assert.match(await take(() => part("Network").getByText("Export").click()), /^actor,recipient,/);
  await part("Claims").getByText("Export").click();
  const lines = await take(() => page.getByRole("button", { name: /jsonl/ }).click());
  const told = lines.trim().split("\n").map((line) => JSON.parse(line)).flatMap((one) => one.claims);
  assert.ok(told.length > 0 && told.every((claim) => claim.type === "ASSAULT"));
  await part("Claims").getByText("Export").click();
  const rows = (await take(() => page.getByRole("button", { name: "Rows in view, CSV" }).click())).trim().split("\r\n");
  const seen = await page.locator("[role=row][data-at]").count();
  assert.ok(rows.length > 2 && rows.length - 1 < seen, `${rows.length} lines, ${seen} rows drawn`);
});

test("nothing found, nothing there, and no answer are all said", async () => {
  const { page } = at;
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
  at.base = sites.empty.base;
  await open("/");
  await page.getByText("The store holds no claims yet").waitFor();
});

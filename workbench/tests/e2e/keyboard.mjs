import assert from "node:assert/strict";
import { test } from "node:test";
import { at, open, params, quiet, row, settled, sites } from "./site.mjs";

/** Where the focus is, and whether it can be seen there. */
const focused = () => at.page.evaluate(() => {
  const now = document.activeElement, look = getComputedStyle(now);
  const probe = document.createElement("i");
  probe.style.color = "var(--focus)";
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const drawn = [now, now.querySelector("circle")].some((one) => one instanceof SVGElement && getComputedStyle(one).stroke === colour);
  const name = now.matches("[data-at]") ? "row" : now.matches("canvas") ? "map" : now.closest("section[aria-label=Network] svg") ? "network" : now.getAttribute("aria-label") ?? now.getAttribute("name") ?? now.labels?.[0]?.textContent ?? now.textContent.trim();
  return { name, seen: now === document.body || outlined(look) || drawn || (now.matches("label .vh") && outlined(getComputedStyle(now.parentElement))) };
});

/** Presses Tab until the focus is at `name`; every stop on the way has to be seen. */
async function tabTo(name, most = 90) {
  const met = [];
  for (let tabs = 0; tabs < most; tabs++) {
    await at.page.keyboard.press("Tab");
    const now = await focused();
    assert.ok(now.seen, `the focus on “${now.name}” is seen`);
    met.push(now.name);
    if (now.name === name) return met;
  }
  assert.fail(`no “${name}” among ${met.join(", ")}`);
}

test("from a filter to the words of a claim and back, with keys alone", async () => {
  const { page } = at;
  await open();
  await quiet();
  const met = await tabTo("type");
  for (const name of ["Skip to the content", "Claims", "Full text", "From", "To", "As known on", "Actor"]) assert.ok(met.some((one) => one.startsWith(name)), `${name} among ${met}`);
  await page.keyboard.press("Space");
  await page.waitForURL(/type=/);
  const type = params().get("type");
  await settled("Claims", (await sites.examples.ask(`/claims/count?type=${type}`)).claims);
  await quiet();
  const further = await tabTo("row");
  for (const name of ["map", "network", "First day", "Last day", "Step", "Order"]) assert.ok(further.includes(name), `${name} among ${further}`);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement.dataset.at === "1");
  const id = await row(1).getAttribute("data-id");
  await page.keyboard.press("Enter");
  await page.getByText("Read it in the article").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/articles/a-.*claim=${id}`));
  await page.locator(`.card.selected[data-claim="${id}"]`).waitFor();
  const cards = await page.locator(".cards .card").count();
  for (let press = 0; press < cards; press++) await page.keyboard.press("k");
  const first = await page.locator(".cards .card").first().getAttribute("data-claim");
  await page.locator(`.card.selected[data-claim="${first}"]`).waitFor();
  await page.keyboard.press("j");
  const second = await page.locator(".cards .card").nth(Math.min(1, cards - 1)).getAttribute("data-claim");
  await page.locator(`.card.selected[data-claim="${second}"]`).waitFor();
  await tabTo("▸Why");
  await page.keyboard.press("Enter");
  await page.locator(".why dt").first().waitFor();
  await page.goBack();
  await page.waitForURL(new RegExp(`type=${type}`));
  await row(0).waitFor();
});

test("the way back is a link, and the focus follows to what is new", async () => {
  const { page } = at;
  const { items } = await sites.examples.ask("/articles?limit=1&q=mortars");
  await open("/?type=ASSAULT");
  await quiet();
  await page.evaluate((id) => { history.pushState(null, "", `/articles/${id}`); dispatchEvent(new PopStateEvent("popstate")); }, items[0].id);
  await page.locator(".text").waitFor();
  await page.waitForFunction(() => document.activeElement.id === "main");
  await tabTo("← Claims");
  await page.keyboard.press("Enter");
  await page.waitForURL(/type=ASSAULT/);
  await page.waitForFunction(() => document.activeElement.id === "main");
});

test("arrow keys go round the network, and Escape closes what is open", async () => {
  const { page } = at;
  await open();
  await quiet();
  await page.locator(".edge").first().focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll(".edge")].indexOf(document.activeElement)), 1);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".node")));
  await page.locator("section[aria-label=Claims]").getByText("Export").click();
  await page.getByLabel("Formats").waitFor();
  await page.keyboard.press("Escape");
  await page.getByLabel("Formats").waitFor({ state: "detached" });
  await row(0).click();
  await page.getByLabel("The chosen claim").waitFor();
  await page.keyboard.press("Escape");
  await page.getByLabel("The chosen claim").waitFor({ state: "detached" });
});

test("nothing moves for those who want no motion", async () => {
  const { page } = at;
  const moving = () => page.evaluate(() => document.getAnimations().filter((one) => one.effect.getComputedTiming().iterations > 1).length);
  await page.route("**/api/v1/claims?*", (route) => setTimeout(() => route.continue().catch(() => null), 1200));
  await open();
  await row(0).waitFor();
  await page.check("input[name=type][value=ASSAULT]");
  await page.locator(".busy-line").first().waitFor({ state: "attached" });
  assert.ok((await moving()) > 0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.check("input[name=status][value=happened]");
  await page.locator("section[aria-label=Claims] .busy-line").waitFor({ state: "attached" });
  assert.equal(await moving(), 0);
  await page.emulateMedia({ reducedMotion: null });
  await page.unroute("**/api/v1/claims?*");
});

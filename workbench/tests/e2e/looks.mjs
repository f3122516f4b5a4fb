// Every view in light and dark: pictures for people to look at, and no breach of WCAG 2 A or AA that axe can find.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { TOKEN, aboutStored, at, open, part, quiet, row, shots, sites } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function breaches(only) {
  if (!(await at.page.evaluate(() => "axe" in window))) await at.page.evaluate(axe);
  const found = await at.page.evaluate(async ([rules, one]) => {
    const { violations } = await window.axe.run({ exclude: ["iframe"] }, { runOnly: one ? { type: "rule", values: [one] } : { type: "tag", values: rules }, resultTypes: ["violations"] });
    return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target} – ${node.failureSummary.split("\n").slice(1, 2).join("").trim()}`));
  }, [RULES, only]);
  return found;
}

/** Pictures of what is open now, in both themes, and its breaches. */
async function look(name) {
  const { page } = at;
  const found = [];
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, scheme);
    found.push(...(await breaches(scheme === "dark" ? "color-contrast" : undefined)).map((one) => `${scheme}: ${one}`));
    if (await page.locator("canvas").count()) await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 250))); // the map is drawn in its own time
    await page.screenshot({ path: join(shots, `${name}-${scheme}.png`) });
  }
  assert.deepEqual(found, [], name);
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollTop), 0, `${name}: only its parts scroll`);
  await page.emulateMedia({ colorScheme: "light" });
}

async function see(name, path, ready = async () => {}) {
  await open(path);
  await ready();
  await quiet();
  await look(name);
}

const first = async (query) => (await sites.examples.ask(`/claims?limit=1&${query}`)).items[0];

test("the overview: all, filtered, a claim, the list of places, parties by name", async () => {
  const { page } = at;
  const { claim } = await first("q=hospital");
  await see("overview", "/");
  await see("filtered", "/?type=ASSAULT&country=KGZ&country=TJK&at=71.5,39.8,5&from=2024-01-01&to=2024-12-31");
  await see("claim", `/?claim=${claim.id}`, async () => { await part("The chosen claim").getByText("Why").click(); await page.locator(".why dt").first().waitFor(); });
  await see("network", "/?level=name&type=ASSAULT", async () => { await part("Map").getByText("List").click(); });
});

test("the article: words and cards, why, what was cut, the page as stored", async () => {
  const { page } = at;
  const { claim, article } = await first("q=mortars");
  await see("article", `/articles/${article.id}?claim=${claim.id}`, async () => { await page.locator(".card.selected").getByText("Why").click(); await page.locator(".why dt").first().waitFor(); });
  await see("cut", `/articles/${article.id}?show=cut`, () => page.locator(".cut").first().waitFor());
  await see("page", `/articles/${article.id}?show=page`, () => page.frameLocator("iframe").locator("body").waitFor());
  at.complaints = at.complaints.filter((text) => !aboutStored.test(text));
});

test("a page to code, and what comes of it", async () => {
  const { page } = at;
  at.base = sites.writable.base;
  await see("paste", "/code");
  await page.getByLabel("Text or HTML of the page").fill("BANGKOK, July 7 (EFE).- A Russian military delegation secretly visited Myanmar last week, the outlet Myanmar Now reported on Sunday.");
  await page.getByText("Code the text").click();
  await page.locator(".cards .card").first().waitFor({ timeout: 60_000 });
  await look("pasted");
  await page.getByText("Store it").click();
  await page.getByLabel("Token").waitFor();
  await look("store-token");
});

test("loading, an error, nothing found, an empty store, no such address", async () => {
  const { page } = at;
  await see("nothing-found", "/?q=xyzzyplugh", () => page.getByText("No claims match").waitFor());
  await see("no-address", "/no/such");
  await page.route("**/api/v1/**", (route) => route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify({ title: "Internal Server Error", status: 500, detail: "something broke; the log has more" }) }));
  await see("error", "/", () => page.getByRole("alert").first().waitFor());
  await page.unroute("**/api/v1/**");
  await page.route("**/api/v1/network?*", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ title: "Service Unavailable", status: 503, detail: "it takes more than 20 seconds; ask for fewer days, or a type or a country" }) }));
  await see("error-of-one", "/", () => part("Network").getByRole("alert").waitFor());
  await page.route("**/api/v1/**", () => {});
  await open("/");
  await page.locator(".state.wait").first().waitFor();
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect.getComputedTiming().iterations === 1).map((one) => one.finished)));
  await look("loading");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  at.base = sites.empty.base;
  await see("empty-store", "/");
});

test("the token, and the store as it was known", async () => {
  const { page } = at;
  at.base = sites.guarded.base;
  await open("/");
  await page.getByLabel("Token").waitFor();
  await look("token");
  await page.getByLabel("Token").fill(TOKEN);
  await page.keyboard.press("Enter");
  await row(0).waitFor();
  const { items } = await sites.guarded.ask("/claims?type=PROTEST&limit=1&order=surest");
  await see("history", `/?type=PROTEST&claim=${items[0].claim.id}`, async () => { await page.getByText("Why, and before").click(); });
  await see("known", `/?known_on=${new Date().toISOString().slice(0, 10)}`, () => page.getByText("Back to now").waitFor());
});

test("narrow windows scroll down and not sideways", async () => {
  const { page } = at;
  const { claim, article } = await first("q=mortars");
  for (const width of [800, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [name, path] of [["overview", `/?claim=${claim.id}`], ["article", `/articles/${article.id}?claim=${claim.id}`], ["paste", "/code"]]) {
      await open(path);
      await quiet();
      assert.ok(await page.evaluate(() => [...document.querySelectorAll("main, .overview, .reader, .view, .app > header")].every((one) => one.scrollWidth <= innerWidth)), `${name} at ${width}`);
      await page.screenshot({ path: join(shots, `${name}-${width}.png`) });
      assert.deepEqual(await breaches(), [], `${name} at ${width}`);
    }
  }
});

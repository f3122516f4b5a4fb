// The workbench over a large store, in a real browser: first paint, and how evenly the map is drawn while it is moved.
//
//     python benchmarks/workbench_store.py /tmp/large.sqlite
//     node benchmarks/workbench.mjs /tmp/large.sqlite            # DATELINE and CHROMIUM as for the browser tests
//
// First contentful paint: median of five loads with an empty cache. Frames: the map is dragged, then zoomed with the wheel; times between
// animation frames, long tasks (over 50 ms) of the page's own thread, and questions to the server; the same over no claims tells what the bare map
// costs, which without a graphics card is drawn by the processor.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, serve } from "../workbench/tests/e2e/serving.mjs";

const LOADS = 5;
const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const folder = mkdtempSync(join(tmpdir(), "workbench-"));
const site = await serve(process.argv[2]);
const context = await browser(folder);
const { claims } = await site.ask("/about");
console.log(`${claims.toLocaleString("en-GB")} claims`);

const paints = [], whole = [];
for (let load = 0; load < LOADS; load++) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  const began = performance.now();
  await page.goto(site.base);
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length);
  paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
  await page.locator("[role=row][data-at='0']").waitFor({ timeout: 60_000 });
  whole.push(performance.now() - began);
  await page.close();
}
console.log(`first contentful paint: ${Math.round(middle(paints))} ms (${paints.map(Math.round).join(", ")}); first rows of the table after ${Math.round(middle(whole))} ms`);

/** Times between frames, and long tasks, while `move` goes on. */
async function measured(page, move) {
  const asked = [];
  const note = (request) => { if (request.url().includes("/api/")) asked.push(request.url()); };
  page.on("request", note);
  const watch = await page.evaluateHandle(() => {
    const found = { frames: [], tasks: [], going: true };
    const observer = new PerformanceObserver((list) => found.tasks.push(...list.getEntries().map((one) => one.duration)));
    observer.observe({ entryTypes: ["longtask"] });
    let last = performance.now();
    const tick = (now) => { found.frames.push(now - last); last = now; if (found.going) requestAnimationFrame(tick); else observer.disconnect(); };
    requestAnimationFrame(tick);
    return found;
  });
  await move();
  const { frames, tasks } = await watch.evaluate((found) => { found.going = false; return found; });
  page.off("request", note);
  const sorted = frames.slice(1).sort((a, b) => a - b);
  const at = (part) => sorted[Math.floor((sorted.length - 1) * part)].toFixed(0);
  return `${sorted.length} frames, median ${at(0.5)} ms, 95 % under ${at(0.95)} ms, longest ${at(1)} ms; ${tasks.length} long tasks; ${asked.length} questions`;
}

for (const [name, filter] of [["all claims", ""], ["none of them", "&q=xyzzyplugh"]]) {
  const page = await context.newPage();
  await page.goto(`${site.base}/?at=20,20,3.5${filter}`);
  await page.waitForFunction(() => document.querySelector("[data-ready]") && !document.querySelector(".busy-line, .state.wait, .note-box[role=status]"), null, { timeout: 60_000 });
  const box = await page.locator("canvas").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const drag = async () => {
    for (const way of [1, -1, 1]) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let step = 1; step <= 30; step++) { await page.mouse.move(x + way * step * 8, y + step * 2); await page.waitForTimeout(16); }
      await page.mouse.up();
      await page.waitForTimeout(600);
    }
  };
  const zoom = async () => {
    await page.mouse.move(x, y);
    for (const way of [-1, 1]) {
      for (let step = 0; step < 25; step++) { await page.mouse.wheel(0, way * 60); await page.waitForTimeout(16); }
      await page.waitForTimeout(800);
    }
  };
  console.log(`drag, ${name}: ${await measured(page, drag)}`);
  console.log(`zoom, ${name}: ${await measured(page, zoom)}`);
  await page.close();
}
await context.close();
await site.close();
rmSync(folder, { recursive: true, force: true });

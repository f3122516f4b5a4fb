// The sites that the tests look at, made of the examples, and the page that they look with.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";
import { TOKEN, browser, command, done, python, root, serve } from "./serving.mjs";

export { TOKEN, root };
const here = dirname(fileURLToPath(import.meta.url));
export const shots = join(here, "shots");
/** Complaints of the browser that tests bring about on purpose. */
const WANTED = /status of (401|404|500|503)|ERR_FAILED/;
/** What it complains of in a stored page, whose scripts, pictures and styles are shut off. */
export const aboutStored = /frame is sandboxed|Content Security Policy directive|blob:/;

/** `examples` only reads, `guarded` asks for a token and has a history, `writable` takes pages, `empty` has none. */
export const sites = {};
/** What the tests look at: a new page before each of them. */
export const at = { page: null, base: "", complaints: [] };
let folder, context;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "workbench-"));
  mkdirSync(shots, { recursive: true });
  const store = (name) => join(folder, `${name}.sqlite`);
  writeFileSync(join(folder, "none.html"), "<html><body></body></html>");
  done([...command, "add", join(folder, "none.html"), "--store", store("empty")], "could not make the empty store");
  done([...command, "add", join(root, "examples/pages"), "--store", store("examples")], "could not make the store");
  for (const name of ["guarded", "writable"]) copyFileSync(store("examples"), store(name));
  done([...python, join(here, "code_anew.py"), store("guarded")], "could not code anew");
  const env = { DATELINE_TOKEN: TOKEN };
  const made = await Promise.all([
    serve(store("examples")), serve(store("guarded"), { flags: ["--allow-host", "dateline.example"], env }), serve(store("writable"), { env }), serve(store("empty")),
  ]);
  ["examples", "guarded", "writable", "empty"].forEach((name, index) => { sites[name] = made[index]; });
  context = await browser(folder);
}, { timeout: 180_000 });

after(async () => {
  await context?.close();
  await Promise.all(Object.values(sites).map((site) => site.close()));
  if (folder) rmSync(folder, { recursive: true, force: true });
});

let strange;
beforeEach(async () => {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  strange = [];
  Object.assign(at, { page, base: sites.examples.base, complaints: [] });
  const known = Object.values(sites).map((site) => site.base);
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && !known.some((base) => request.url().startsWith(base))) strange.push(request.url()); });
  page.on("pageerror", (error) => at.complaints.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" && !WANTED.test(message.text())) at.complaints.push(message.text()); });
});
afterEach(async () => {
  await at.page.close();
  assert.deepEqual(strange, [], "nothing is asked of another machine");
  assert.deepEqual(at.complaints, [], "the browser complains of nothing, the policy of the server included");
});

export const open = (path = "/") => at.page.goto(at.base + path);
export const settled = (label, claims) => at.page.waitForFunction(([name, n]) => document.querySelector(`section[aria-label="${name}"]`)?.dataset.claims === n, [label, String(claims)]);
export const params = () => new URL(at.page.url()).searchParams;
export const sum = (list) => list.reduce((total, one) => total + one.claims, 0);
export const row = (index) => at.page.locator(`[role=row][data-at="${index}"]`);
export const part = (name) => at.page.locator(`section[aria-label="${name}"]`);
/** Waits until nothing is loading and the map, where there is one, is drawn. */
export const quiet = () => at.page.waitForFunction(() =>
  document.querySelector("main > *") && !document.querySelector(".busy-line, .state.wait, .note-box[role=status]") && !document.querySelector("section[aria-label=Map] .map:not([data-ready])"));

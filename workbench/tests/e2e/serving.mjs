// A server over a store made of the examples, and a browser that looks at it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const [program, ...before] = (process.env.DATELINE ?? join(root, ".venv/bin/dateline")).split(" ");
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--enable-unsafe-swiftshader", // the map is drawn without a graphics card
];

export async function serving() {
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  const store = process.env.WORKBENCH_STORE ?? join(folder, "examples.sqlite");
  if (!process.env.WORKBENCH_STORE) {
    const made = spawnSync(program, [...before, "add", join(root, "examples/pages"), "--store", store], { encoding: "utf8" });
    if (made.status !== 0 && made.status !== 1) throw new Error(`could not make the store: ${made.stderr}`);
  }
  const port = 20000 + (process.pid % 20000);
  const server = spawn(program, [...before, "serve", "--store", store, "--port", String(port)], { stdio: "ignore" });
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (await fetch(`${base}/healthz`).then((reply) => reply.ok, () => false)) break;
    if (tries > 150 || server.exitCode !== null) throw new Error("the server does not start");
    await new Promise((done) => setTimeout(done, 200));
  }
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS, viewport: { width: 1440, height: 900 }, acceptDownloads: true,
  });
  const ask = async (path) => (await fetch(`${base}/api/v1${path}`)).json();
  const close = async () => {
    await context.close();
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, context, ask, close };
}

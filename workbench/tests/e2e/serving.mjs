// Starts servers over stores, and a browser that reaches nothing but this machine.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const TOKEN = "a-token-that-nobody-guesses";
export const command = (process.env.DATELINE ?? join(root, ".venv/bin/dateline")).split(" ");
export const python = command.at(-2) === "-m" ? command.slice(0, -2) : [join(dirname(command[0]), "python")];
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--enable-unsafe-swiftshader", // the map is drawn without a graphics card
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // no name leads anywhere
];
/** Runs a program to its end. */
export function done(all, what) {
  const made = spawnSync(all[0], all.slice(1), { encoding: "utf8" });
  if (made.status !== 0 && made.status !== 1) throw new Error(`${what}: ${made.error ?? made.stderr}`);
}

const free = () => new Promise((got) => {
  const probe = createServer().listen(0, "127.0.0.1", () => { const { port } = probe.address(); probe.close(() => got(port)); });
});

export async function serve(store, { flags = [], env = {} } = {}) {
  const port = await free();
  const server = spawn(command[0], [...command.slice(1), "serve", "--store", store, "--port", String(port), ...flags], { stdio: "ignore", env: { ...process.env, ...env } });
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await fetch(`${base}/healthz`).then((reply) => reply.ok, () => false)); tries++) {
    if (tries > 150 || server.exitCode !== null) throw new Error("the server does not start");
    await new Promise((later) => setTimeout(later, 200));
  }
  const ask = async (path) => (await fetch(`${base}/api/v1${path}`, { headers: { Authorization: `Bearer ${TOKEN}` } })).json();
  const close = () => new Promise((gone) => { server.once("exit", gone); server.kill("SIGTERM"); });
  return { base, ask, close };
}

export const browser = (folder) => chromium.launchPersistentContext(join(folder, "profile"), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS, viewport: { width: 1440, height: 900 }, acceptDownloads: true,
});

/** Questions to the HTTP API, and what it answers where it cannot. */
const ROOT = "/api/v1";
const TOKEN = "dateline-token";

export class Problem extends Error {
  constructor(readonly status: number, title: string, readonly detail: string) {
    super(title);
  }
}

export const token = () => sessionStorage.getItem(TOKEN) ?? "";
export const keepToken = (value: string) => sessionStorage.setItem(TOKEN, value);

export function address(path: string, params: URLSearchParams | Record<string, string | number> = {}): string {
  const query = new URLSearchParams(params as Record<string, string>).toString();
  return ROOT + path + (query ? `?${query}` : "");
}

async function answer(where: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token()) headers.set("Authorization", `Bearer ${token()}`);
  let reply: Response;
  try {
    reply = await fetch(where, { ...init, headers });
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    throw new Problem(0, "The server does not answer", "It may have been stopped. Start it with: dateline serve");
  }
  if (reply.ok) return reply;
  const told = await reply.json().catch(() => null);
  const more = told?.errors?.map((one: { at: string; detail: string }) => `${one.at}: ${one.detail}`).join("; ");
  throw new Problem(reply.status, told?.title ?? `Error ${reply.status}`, more || told?.detail || "");
}

export async function ask<T>(where: string, signal?: AbortSignal): Promise<T> {
  return (await answer(where, { signal })).json();
}

export async function blob(where: string): Promise<Blob> {
  return (await answer(where)).blob();
}

export async function code<T>(body: File | { text?: string; html?: string; [key: string]: string | undefined }, signal?: AbortSignal): Promise<T> {
  const file = body instanceof File;
  const where = address("/code", file ? { name: body.name } : {});
  const type = file ? "application/octet-stream" : "application/json";
  return (await answer(where, { method: "POST", body: file ? body : JSON.stringify(body), headers: { "Content-Type": type }, signal })).json();
}

/** Saves what is on screen as a file. */
export function save(name: string, content: Blob | string, type = "text/plain"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Rows as CSV; what a spreadsheet would take for a formula is made plain text. */
export function csv(head: string[], rows: (string | number | null)[][]): string {
  const cell = (value: string | number | null) => {
    let text = value === null ? "" : String(value);
    if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

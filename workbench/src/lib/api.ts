/** Questions to the HTTP API, and what it answers where it cannot. */
import { gate } from "./gate.svelte";

const ROOT = "/api/v1";

export class Problem extends Error {
  constructor(readonly status: number, title: string, readonly detail: string) {
    super(title);
  }
}
/** What people are told in place of the names that HTTP has for errors. */
const SAID: Record<number, string> = {
  0: "The server does not answer", 400: "This question makes no sense", 403: "The server does not allow this", 404: "There is no such thing here", 413: "This is too large",
  422: "This question makes no sense", 500: "The server failed", 503: "The server could not answer in time",
};
/** Whatever was thrown, as a problem. */
export const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : new Problem(0, "Something went wrong", String(error)));

export type Params = URLSearchParams | Record<string, string>;
export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams(params).toString();
  return ROOT + path + (query ? `?${query}` : "");
}

async function answer(where: string, init: RequestInit = {}, token = gate.token): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  let reply: Response;
  try {
    reply = await fetch(where, { ...init, headers });
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    throw new Problem(0, SAID[0], "It may have been stopped. Start it with: dateline serve");
  }
  if (reply.ok) return reply;
  const told = await reply.json().catch(() => null);
  const more = told?.errors?.map((one: { at: string; detail: string }) => `${one.at}: ${one.detail}`).join("; ");
  const detail: string = more || told?.detail || "";
  throw new Problem(reply.status, SAID[reply.status] ?? told?.title ?? `Error ${reply.status}`, detail.charAt(0).toUpperCase() + detail.slice(1));
}

export async function ask<T>(where: string, signal?: AbortSignal): Promise<T> {
  return (await answer(where, { signal })).json();
}

export async function blob(where: string, signal?: AbortSignal): Promise<Blob> {
  return (await answer(where, { signal })).blob();
}

/** Whether the server answers those who have this token. */
export async function opens(token: string): Promise<boolean> {
  try {
    await answer(address("/about"), {}, token);
    return true;
  } catch (error) {
    if (asProblem(error).status === 401) return false;
    throw error;
  }
}

/** A page as it is handed in: a file, or text or HTML with what is known of it. */
export type Given = File | { text?: string; html?: string; title?: string; outlet?: string; published?: string };

async function hand<T>(path: string, given: Given, signal?: AbortSignal): Promise<T> {
  const file = given instanceof File;
  const body = file ? given : JSON.stringify(given);
  const headers = { "Content-Type": file ? "application/octet-stream" : "application/json" };
  return (await answer(address(path, file ? { name: given.name } : {}), { method: "POST", body, headers, signal })).json();
}
/** Codes without storing. */
export const code = <T>(given: Given, signal: AbortSignal): Promise<T> => hand("/code", given, signal);
/** Codes and stores; needs the token. */
export const keep = <T>(given: Given): Promise<T> => hand("/articles", given);

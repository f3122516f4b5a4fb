/** How records are said in words. */
import names from "../generated/countries.json";
import type { Claim, End, Party, Source, When, Where } from "./records";

const MORE: Record<string, string> = { UNO: "United Nations", EUR: "European Union", IGO: "Intergovernmental", NGO: "NGO", MNC: "Multinational company" };
export const country = (code: string | null): string => (code ? ((names as Record<string, string>)[code] ?? MORE[code] ?? code) : "");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase().replaceAll("_", " ");

export const QUADS = ["Verbal cooperation", "Material cooperation", "Verbal conflict", "Material conflict"];
export const STATUS: Record<string, string> = {
  happened: "Happened", negated: "Denied", future: "Expected", hypothetical: "Possible", historical: "Earlier",
};
const SECTORS: Record<string, string> = {
  GOV: "government", MIL: "military", COP: "police", REB: "rebels", OPP: "opposition", PTY: "party", CVL: "civilians", JUD: "judiciary",
  LEG: "legislature", MED: "media", BUS: "business", EDU: "education", REF: "refugees", SPY: "intelligence", UAF: "unidentified armed group",
  PRM: "pro-government militia", SOC: "civil society", CRM: "criminals", MSF: "aid workers", LAB: "labour", REL: "religious", JRN: "journalists",
};
export const sector = (code: string): string => SECTORS[code] ?? code;

/** A party by its name; one that has none, such as “they”, by its words and the country that they stand for. */
export const party = (one: Party): string => one.name ?? one.text;
const shown = (one: Party): string => (one.name || !one.country || one.text.includes(country(one.country)) ? party(one) : `${one.text} (${country(one.country)})`);
export const parties = (all: Party[]): string => all.map(shown).join(", ");
export const end = (one: End): string => [one.name ?? country(one.country), ...(one.name ? [] : one.sectors.map(sector))].filter(Boolean).join(" ") || "unknown";
/** An actor as the filters take it. */
export const asked = (one: End): string => one.name ?? [one.country, ...one.sectors].filter(Boolean).join(" ");

/** A long name on two lines, parted at the space nearest its middle. */
export function folded(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map((found) => found.index);
  if (name.length <= 20 || !spaces.length) return [name];
  const at = spaces.reduce((best, one) => (Math.abs(one - name.length / 2) < Math.abs(best - name.length / 2) ? one : best));
  return [name.slice(0, at + 1), name.slice(at + 1)];
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
export const day = (iso: string | null): string => (iso ? DAY.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : "");
export function days(first: string | null, last: string | null): string {
  if (!first && !last) return "";
  if (!last || first === last) return day(first);
  if (!first) return `until ${day(last)}`;
  const [a, b] = [first.split("-"), last.split("-")];
  const end = new Date(Date.UTC(Number(b[0]), Number(b[1]), 0)).getUTCDate();
  if (a[2] === "01" && Number(b[2]) === end && a[0] === b[0]) {
    if (a[1] === "01" && b[1] === "12") return a[0];
    if (a[1] === b[1]) return day(first).replace(/^\d+ /, "");
  }
  if (a[0] === b[0]) return a[1] === b[1] ? `${Number(a[2])}–${day(last)}` : `${day(first).replace(/ \d{4}$/, "")} – ${day(last)}`;
  return `${day(first)} – ${day(last)}`;
}
/** A place with its country, unless it is one. */
export function where(one: Where | null): string {
  const name = one?.name ?? one?.text ?? "", land = country(one?.country ?? null);
  return land && land !== name ? `${name}, ${land}` : name;
}
export const when = (one: When | null): string => (one ? days(one.first, one.last) : "");
export const origin = (all: Source[]): string => all.at(-1)?.name ?? "";
export const count = (n: number): string => n.toLocaleString("en-GB");
const SHORT = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });
export const short = (n: number): string => (n < 10_000 ? String(n) : SHORT.format(n).toLowerCase());
export const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`;
export const title = (claim: Claim): string => [capital(claim.type), ...claim.modes.map((mode) => mode.replaceAll("_", " ").toLowerCase())].join(" · ");
export function quantity(one: { low: number | null; high: number | null }): string {
  if (one.low === one.high) return String(one.low);
  if (one.high === null) return `at least ${one.low}`;
  return one.low === null ? `at most ${one.high}` : `${one.low}–${one.high}`;
}

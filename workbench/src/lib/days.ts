/** Days as numbers, and what a timeline needs to reckon with them. */
import type { Point } from "./records";
import { day } from "./words";

export type Step = "day" | "week" | "month" | "year";
export const STEPS: Step[] = ["day", "week", "month", "year"];
export const LENGTH: Record<Step, number> = { day: 1, week: 7, month: 30, year: 365 };
export type Range = [number, number];
export interface Bar { first: string; start: number; stop: number; quads: number[]; total: number }

const DAY = 86_400_000;
const FEW = 0.1; // of the claims: as many may lie before the days that are shown
export const number = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY;
export const iso = (at: number): string => new Date(Math.round(at) * DAY).toISOString().slice(0, 10);
const newYear = (year: number): number => Date.UTC(year, 0, 1) / DAY;
const total = (points: Point[]): number => points.reduce((sum, one) => sum + one.claims, 0);

/** The step that draws a range as some 100 bars. */
export function fitting([a, b]: Range): Step {
  return b - a <= 150 ? "day" : b - a <= 1100 ? "week" : b - a <= 9000 ? "month" : "year";
}

/** The first day after a step. */
function after(first: string, step: Step): number {
  const date = new Date(number(first) * DAY);
  if (step === "day" || step === "week") return number(first) + LENGTH[step];
  return step === "year" ? newYear(date.getUTCFullYear() + 1) : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY;
}

/** One bar for each step that has claims, by class. */
export function barsOf(points: Point[], step: Step): Bar[] {
  const by = new Map<string, number[]>();
  for (const one of points) {
    const quads = by.get(one.first) ?? [0, 0, 0, 0];
    quads[Number(one.split ?? 1) - 1] += one.claims;
    by.set(one.first, quads);
  }
  return [...by].map(([first, quads]) => ({ first, start: number(first), stop: after(first, step), quads, total: quads.reduce((a, b) => a + b, 0) }));
}

/** The days in which nearly all claims lie, out of all: a few of long ago would leave the rest no room. */
export function core(years: Point[], whole: Range): Range {
  const sorted = [...years].sort((a, b) => (a.first < b.first ? -1 : 1));
  const few = total(sorted) * FEW;
  let before = 0, first = 0;
  while (first < sorted.length && before + sorted[first].claims <= few) before += sorted[first++].claims;
  const start = first < sorted.length ? Math.max(whole[0], number(sorted[first].first)) : whole[0];
  return start - whole[0] > (whole[1] - whole[0]) / 2 ? [start, whole[1]] : whole;
}

export interface Tick { at: number; text: string }
/** Marks of the axis; `pixels` of a day tell how many have room. */
export function ticks([a, b]: Range, pixels: number): Tick[] {
  const apart = 62 / pixels; // days that one label takes
  const months = [1, 3, 6, 12, 24, 60, 120, 240].find((n) => n * 30 >= apart) ?? 600;
  if (apart < 20) {
    const every = Math.ceil(apart);
    return Array.from({ length: Math.ceil((b - a) / every) }, (_, n) => ({ at: a + n * every, text: day(iso(a + n * every)).replace(/ \d{4}$/, "") }));
  }
  const found: Tick[] = [];
  const date = new Date(a * DAY);
  for (let m = Math.ceil((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) * months; ; m += months) {
    const at = Date.UTC(Math.floor(m / 12), m % 12, 1) / DAY;
    if (at >= b) return found;
    if (at >= a) found.push({ at, text: m % 12 === 0 ? String(m / 12) : day(iso(at)).split(" ")[1] });
  }
}

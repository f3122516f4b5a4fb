/** What changed between two codings of one claim, in words. */
import type { Claim } from "./records";
import { STATUS, parties, quantity, title, when, where } from "./words";

export interface Change { what: string; before: string; now: string }

const chain = (claim: Claim): string => claim.sources.map((one) => one.name).join(" ← ");
const counts = (claim: Claim): string => Object.entries(claim.quantities).map(([what, n]) => `${quantity(n)} ${what}`).join(", ");
const coded = (all: Claim["actors"]): string => all.map((one) => [one.name ?? one.text, one.country, ...one.sectors].filter(Boolean).join(" ")).join(", ");

const SAID: [string, (claim: Claim) => string][] = [
  ["What", title], ["Status", (claim) => STATUS[claim.status] ?? claim.status], ["Who", (claim) => parties(claim.actors)],
  ["Who, coded", (claim) => coded(claim.actors)], ["To whom", (claim) => parties(claim.recipients)], ["To whom, coded", (claim) => coded(claim.recipients)],
  ["When", (claim) => when(claim.when)], ["Where", (claim) => where(claim.where)], ["Counts", counts], ["According to", chain], ["Confidence", (claim) => claim.confidence.toFixed(2)],
];

export function changes(before: Claim, now: Claim): Change[] {
  const found = SAID.map(([what, say]) => ({ what, before: say(before), now: say(now) })).filter((one) => one.before !== one.now);
  return found.filter((one) => !one.what.endsWith(", coded") || !found.some((other) => `${other.what}, coded` === one.what));
}

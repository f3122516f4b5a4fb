/** Which words of an article belong to which claims, as pieces that neither overlap nor leave gaps. */
import type { Claim, Document, Span } from "./records";

export type Kind = "actor" | "recipient" | "place" | "time" | "trigger" | "source" | "sentence" | "silence" | "title";
export interface Mark extends Span { kind: Kind; claim: string }
/** `claims` are those whose sentence it is in; `own` those that use the very words, and as what. */
export interface Piece { start: number; text: string; kinds: Kind[]; claims: string[]; own: { kind: Kind; claim: string }[] }

/** The first place in the sentence where `words` stand, in code points; null where they do not. */
export function found(points: string[], sentence: Span, words: string | null): Span | null {
  if (!words) return null;
  const text = points.slice(sentence.start, sentence.end).join("");
  const at = text.indexOf(words);
  if (at < 0) return null;
  const start = sentence.start + Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length };
}

export function marks(claim: Claim, points: string[]): Mark[] {
  const all: Mark[] = [];
  const add = (kind: Kind, span: { start: number | null; end: number | null } | null | undefined) => {
    if (span && span.start !== null && span.end !== null && span.start < span.end) all.push({ kind, claim: claim.id, start: span.start, end: span.end });
  };
  add("sentence", claim.sentence);
  add("trigger", claim.trigger);
  for (const one of claim.actors) add("actor", one);
  for (const one of claim.recipients) add("recipient", one);
  for (const one of claim.sources) add("source", one);
  add("place", found(points, claim.sentence, claim.where?.text ?? null));
  add("time", found(points, claim.sentence, claim.when?.text ?? null));
  return all;
}

/** `also`: code points at which a piece has to begin. */
export function pieces(document: Document, also: number[] = []): Piece[] {
  if (!document.article) return [];
  const points = Array.from(document.article.text);
  const all = document.claims.flatMap((claim) => marks(claim, points));
  for (const one of document.silences) for (const claim of one.about.length ? one.about : [""]) all.push({ kind: "silence", claim, start: one.start, end: one.end });
  const body = document.article.body.start;
  if (body > 0) all.push({ kind: "title", claim: "", start: 0, end: body });
  const edges = [...new Set([0, points.length, ...also, ...all.flatMap((one) => [one.start, one.end])])].filter((at) => at >= 0 && at <= points.length);
  edges.sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, at) => {
    const inside = all.filter((one) => one.start <= start && one.end > start);
    const unique = <T>(values: T[]) => [...new Set(values)];
    return {
      start,
      text: points.slice(start, edges[at + 1]).join(""),
      kinds: unique(inside.map((one) => one.kind)),
      claims: unique(inside.map((one) => one.claim).filter(Boolean)),
      own: inside.filter((one) => one.claim && one.kind !== "sentence").map(({ kind, claim }) => ({ kind, claim })),
    };
  });
}

/** What the HTTP API answers. Spans are half-open and in code points of `article.text`. */
export interface Span { start: number; end: number }
export interface Party extends Span {
  text: string; basis: string; name: string | null; country: string | null; sectors: string[]; office: string | null; wikidata: string | null;
}
export interface When { first: string | null; last: string | null; basis: string; text: string | null }
export interface Where {
  text: string; basis: string; name: string | null; country: string | null; admin1: string | null;
  lat: number | null; lon: number | null; geonameid: number | null; precision: string | null;
}
export interface Source { name: string; kind: string; cue: string | null; country: string | null; start: number | null; end: number | null }
export interface Claim {
  id: string; type: string; modes: string[]; contexts: string[]; status: string; quad: number; score: number;
  actors: Party[]; recipients: Party[]; when: When | null; where: Where | null; sources: Source[];
  quantities: Record<string, { low: number | null; high: number | null }>;
  sentence: Span; trigger: Span & { text: string }; same_as: string[]; confidence: number; why: string[];
}
export interface Article {
  id: string; path: string | null; key: string | null; url: string | null; outlet: string | null; title: string | null; section: string | null;
  byline: string[]; agency: string | null; language: string | null; text: string; body: Span;
  published: { first: string | null; last: string | null; basis: string } | null;
  dateline: { text: string; place: string | null; date: string | null } | null;
}
export interface Quote extends Span { kind: string; speaker: string | null; carrier: string | null; cue: string | null }
export interface Silence extends Span { who: string; about: string[]; cue: string | null }
export interface Relation extends Span { kind: string; from: string; to: string }
export interface Dropped { path: string | null; stage: string; reason: string; detail: string | null }
export interface Document {
  article: Article | null; claims: Claim[]; quotes: Quote[]; silences: Silence[]; relations: Relation[]; dropped: Dropped[];
}
export interface ArticleLine { id: string; title: string | null; outlet: string | null; url: string | null; published_first: string | null; published_last: string | null }
export interface Told { claim: Claim; article: ArticleLine; maker: string; since: string; until: string | null }
export interface StoredPage { id: string; url: string | null; path: string | null; form: string; fetched: string | null; size: number }
export interface Explained { heading: string; lines: string[] }
export interface ClaimAnswer { told: Told; document: Document; history: Told[]; pages: StoredPage[]; explanation: Explained[] }
export interface Counted { value: string; claims: number }
export interface Cell { lat: number; lon: number; claims: number; places: number; quads: number[]; coarse: number; place: string | null }
export interface Place { name: string; country: string | null; admin1: string | null; lat: number; lon: number; geonameid: number | null; precision: string; claims: number }
export interface Point { first: string; split: string | null; claims: number; score: number }
export interface End { name: string | null; country: string | null; sectors: string[] }
export interface Edge { actor: End; recipient: End; claims: number; score: number; quads: number[] }
export interface About { version: string; store: string; articles: number; claims: number; first_day: string | null; last_day: string | null; writable: boolean; needs_token: boolean; limits: { body_bytes: number } }
export interface Format { name: string; media_type: string; file: string; lost: string[]; by_us: string[] }
export interface Kept { documents: Document[]; articles: number; claims: number; superseded: number; unchanged: number }

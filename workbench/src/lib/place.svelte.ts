/** Where the workbench is: the address bar is the only state of what is shown. */
export const FILTERS = [
  "type", "mode", "status", "quad", "actor", "recipient", "party", "country", "place", "bbox", "from", "to",
  "published_from", "published_to", "origin", "outlet", "confidence", "q", "known_on",
] as const;
export type Filter = (typeof FILTERS)[number];

class Here {
  path = $state(location.pathname);
  #search = $state(location.search);
  params = $derived(new URLSearchParams(this.#search));

  constructor() {
    addEventListener("popstate", () => this.#read());
  }

  #read() {
    this.path = location.pathname;
    this.#search = location.search;
  }

  /** The filters alone, as the API takes them; `without` leaves some out. */
  filters(...without: string[]): URLSearchParams {
    const names = FILTERS.filter((name) => !without.includes(name));
    return new URLSearchParams(names.flatMap((name) => this.params.getAll(name).filter(Boolean).map((value) => [name, value])));
  }

  /** The filters with more of what a path takes. */
  asking(more: Record<string, string | number>, ...without: string[]): URLSearchParams {
    const kept = this.filters(...without);
    for (const [name, value] of Object.entries(more)) kept.set(name, String(value));
    return kept;
  }

  /** As of when the store is asked, as a parameter of the API. */
  known(): Record<string, string> {
    const day = this.params.get("known_on");
    return day ? { known_on: day } : {};
  }

  /** The address of a claim in its article. */
  article(article: string, claim: string): string {
    return `/articles/${article}?${new URLSearchParams({ claim, ...this.known() })}`;
  }

  go(where: string, replace = false) {
    if (where === location.pathname + location.search) return;
    history[replace ? "replaceState" : "pushState"](null, "", where);
    this.#read();
  }

  change(changes: Record<string, string | string[] | null>, replace = false) {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      next.delete(name);
      for (const one of value === null ? [] : [value].flat()) if (one !== "") next.append(name, one);
    }
    const query = next.toString();
    this.go(location.pathname + (query ? `?${query}` : ""), replace);
  }

  has = (name: string, value: string) => this.params.getAll(name).includes(value);

  toggle(name: string, value: string) {
    const now = this.params.getAll(name);
    this.change({ [name]: now.includes(value) ? now.filter((one) => one !== value) : [...now, value] });
  }

  clear() {
    this.change(Object.fromEntries(FILTERS.map((name) => [name, null])));
  }
}

export const here = new Here();

/** Follows a link inside the workbench without loading it anew; for `onclick` of the whole. */
export function follow(event: MouseEvent) {
  const link = (event.target as Element).closest("a");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute("download") || link.pathname.startsWith("/api/")) return;
  event.preventDefault();
  here.go(link.pathname + link.search);
}

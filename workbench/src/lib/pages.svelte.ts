import { Answer } from "./answer.svelte";
import { asProblem, ask, type Problem } from "./api";
import type { Told } from "./records";

interface Page { items: Told[]; following: string | null }

/** The claims of a question, of which further pages are fetched as they are wanted. */
export class Pages {
  items = $state.raw<Told[]>([]);
  problem = $state.raw<Problem | null>(null);
  more = $state(false);
  first: Answer<Page>;
  #following = $state<string | null>(null);
  #where: () => string;
  #asked = "";

  /** `fresh`: called when another question has been answered. */
  constructor(where: () => string, fresh: () => void) {
    this.#where = where;
    this.first = new Answer<Page>(where);
    $effect(() => {
      if (!this.first.value) return;
      this.items = this.first.value.items;
      this.#following = this.first.value.following;
      this.more = false;
      this.problem = null;
      this.#asked = "";
      fresh();
    });
  }

  get ready(): boolean {
    return this.#following !== null && !this.more && !this.problem && !this.first.busy;
  }

  /** Fetches the next page, unless the question has changed when it comes. */
  async further(): Promise<void> {
    const where = `${this.#where()}&${new URLSearchParams({ after: this.#following ?? "" })}`;
    this.#asked = where;
    this.more = true;
    try {
      const page = await ask<Page>(where);
      if (this.#asked !== where) return;
      this.items = [...this.items, ...page.items];
      this.#following = page.following;
    } catch (error) {
      if (this.#asked === where) this.problem = asProblem(error);
    }
    this.more = false;
  }

  again = () => {
    this.problem = null;
    if (this.first.problem) this.first.again();
  };
}


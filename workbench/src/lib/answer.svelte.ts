import { untrack } from "svelte";
import { asProblem, ask, type Problem } from "./api";
import { gate } from "./gate.svelte";

const SETTLE = 60; // milliseconds in which a further change makes the earlier question needless

/** An answer that is asked for anew when its address changes; the last one stays on screen meanwhile, and a question that is overtaken is dropped. */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(true);
  #tries = $state(0);

  /** `where`: the address; null where there is nothing to ask. `read`: how to ask, where that takes more than one request. */
  constructor(where: () => string | null, read: (where: string, signal: AbortSignal) => Promise<T> = ask) {
    const asked = $derived(where());
    $effect(() => {
      void [this.#tries, gate.token];
      if (asked === null) return;
      const [now, control] = [asked, new AbortController()];
      this.busy = true;
      const timer = setTimeout(() => void this.#wait(read(now, control.signal), control.signal), untrack(() => this.value) === null ? 0 : SETTLE);
      return () => { clearTimeout(timer); control.abort(); };
    });
  }

  again = () => this.#tries++;

  async #wait(asked: Promise<T>, signal: AbortSignal) {
    try {
      const value = await asked;
      if (signal.aborted) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (signal.aborted) return;
      this.problem = asProblem(error);
      if (this.problem.status === 401) gate.shut = true;
    }
    this.busy = false;
  }
}

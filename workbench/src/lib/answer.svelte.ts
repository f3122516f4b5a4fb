import { Problem } from "./api";

/** An answer that is asked for again when what the question reads changes; the last one stays on screen meanwhile. */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(true);
  #tries = $state(0);

  constructor(question: (signal: AbortSignal) => Promise<T> | null) {
    $effect(() => {
      void this.#tries;
      const control = new AbortController();
      const asked = question(control.signal);
      if (asked) this.#wait(asked, control.signal);
      return () => control.abort();
    });
  }

  again = () => this.#tries++;

  async #wait(asked: Promise<T>, signal: AbortSignal) {
    this.busy = true;
    try {
      const value = await asked;
      if (signal.aborted) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (signal.aborted) return;
      this.problem = error instanceof Problem ? error : new Problem(0, "Something went wrong", String(error));
    }
    this.busy = false;
  }
}

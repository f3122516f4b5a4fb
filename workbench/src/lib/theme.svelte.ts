/** Light or dark: as the system has it, until one is chosen. */
type Theme = "light" | "dark";
const KEY = "dateline-theme";

class Themes {
  #system = matchMedia("(prefers-color-scheme: dark)");
  now = $state<Theme>("light");

  constructor() {
    this.#system.addEventListener("change", () => this.#read());
    this.#read();
  }

  #read() {
    this.#use((localStorage.getItem(KEY) as Theme | null) ?? (this.#system.matches ? "dark" : "light"));
  }

  #use(theme: Theme) {
    this.now = theme;
    document.documentElement.dataset.theme = theme;
  }

  turn = () => {
    const next: Theme = this.now === "dark" ? "light" : "dark";
    localStorage.setItem(KEY, next);
    this.#use(next);
  };
}

export const theme = new Themes();

/** A colour as the style sheet has it now. */
export const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

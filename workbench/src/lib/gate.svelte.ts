/** The token that a server may ask for: kept until the tab is closed, and asked for where an answer says that it is missing or wrong. */
const KEY = "dateline-token";

class Gate {
  token = $state(sessionStorage.getItem(KEY) ?? "");
  /** Whether the server refuses to answer without a token, or another one. */
  shut = $state(false);

  use(token: string) {
    sessionStorage.setItem(KEY, token);
    this.token = token;
    this.shut = false;
  }
}

export const gate = new Gate();

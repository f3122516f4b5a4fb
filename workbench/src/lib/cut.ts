/** What the cleaning of a page cut away, found again by setting the page's lines beside the article's text. */
export interface Cut { at: number; lines: string[] }

const BLOCKS = "p,div,li,ul,ol,dl,dt,dd,h1,h2,h3,h4,h5,h6,section,article,aside,header,footer,nav,main,table,tr,td,th,figure,figcaption,blockquote,pre,form,button,label,body";
const UNSEEN = "script,style,noscript,template,svg,head";
const SURE = 20; // letters: a shorter line may stand in the article by chance

/** The lines that a reader of the page sees. The page is parsed into a document of its own, which runs and loads nothing. */
export function lines(page: string, html: boolean): string[] {
  if (!html) return page.split("\n").map((line) => line.trim()).filter(Boolean);
  const parsed = new DOMParser().parseFromString(page, "text/html");
  for (const one of parsed.querySelectorAll(UNSEEN)) one.remove();
  for (const one of parsed.querySelectorAll("br")) one.replaceWith("\n");
  const walker = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_TEXT);
  const found: { block: Element | null; text: string }[] = [];
  while (walker.nextNode()) {
    const block = walker.currentNode.parentElement?.closest(BLOCKS) ?? null;
    const text = walker.currentNode.textContent ?? "";
    const last = found.at(-1);
    if (last?.block === block) last.text += ` ${text}`; // links of a menu, with no space between them
    else found.push({ block, text });
  }
  return found.flatMap(({ block, text }) => (block?.tagName === "PRE" ? text.split("\n") : [text])).map((line) => line.replaceAll(/\s+/g, " ").trim()).filter(Boolean);
}

const letters = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** Where the line after a letter begins; the code point after the letter where its line goes on with others. */
function lineAfter(points: string[], end: number): number {
  let at = end;
  while (at < points.length && points[at] !== "\n" && !letters(points[at])) at++;
  if (at < points.length && points[at] !== "\n") return end;
  while (points[at] === "\n") at++;
  return at;
}

/** The lines that the article leaves out, each with the code point of its text before which they stood. */
export function cuts(page: string[], article: string): Cut[] {
  const points = Array.from(article);
  const ends: number[] = []; // of each letter of the folded text: the code point after it
  let folded = "";
  points.forEach((point, at) => {
    const units = letters(point);
    folded += units;
    for (let unit = 0; unit < units.length; unit++) ends.push(at + 1);
  });
  const all: Cut[] = [];
  let cursor = 0;
  for (const line of page) {
    const wanted = letters(line);
    if (!wanted) continue;
    const at = wanted.length < SURE ? (folded.startsWith(wanted, cursor) ? cursor : -1) : Math.max(folded.indexOf(wanted, cursor), folded.indexOf(wanted));
    if (at >= 0) { cursor = at + wanted.length; continue; }
    const place = cursor ? lineAfter(points, ends[cursor - 1]) : 0;
    if (all.at(-1)?.at === place) all.at(-1)!.lines.push(line);
    else all.push({ at: place, lines: [line] });
  }
  return all.sort((a, b) => a.at - b.at);
}

/** A page's bytes as text: in the encoding that its type or its own head names, else UTF-8. */
export async function decoded(page: Blob): Promise<string> {
  const bytes = await page.arrayBuffer();
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 2048));
  const named = /charset=["']?([\w-]+)/i.exec(page.type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

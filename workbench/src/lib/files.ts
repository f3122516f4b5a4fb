/** What is on screen as files to take along. */
export function save(name: string, content: Blob | string, type = "text/plain"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const saveJson = (name: string, value: unknown): void => save(name, JSON.stringify(value, null, 1), "application/json");

type Value = string | number | null;
/** Rows as CSV; what a spreadsheet would take for a formula is made plain text. */
export function saveCsv(name: string, head: string[], rows: Value[][]): void {
  save(name, [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n", "text/csv");
}

function cell(value: Value): string {
  let text = value === null ? "" : String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

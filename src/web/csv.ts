export type CsvRow = Readonly<Record<string, string | number | null>>

/** RFC 4180, with the byte order mark that Excel needs to read Korean. */
export function csvHead(columns: readonly string[]): string {
  return `\uFEFF${csvLine(columns)}`
}

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`
}

/**
 * Customers choose some of these texts, and a spreadsheet runs a cell that begins like a formula: an apostrophe
 * in front makes it text again (OWASP, CSV injection). Plain numbers stay numbers.
 */
export function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value)
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const safe = !isNumber && /^[\s\0]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

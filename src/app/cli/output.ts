/** Where a command writes; a test collects what the terminal would show. */
export interface Output {
  line(text: string): void
  /** Without a line break: long text, page by page. */
  raw(text: string): void
}

export const terminal: Output = {
  line: (text) => void process.stdout.write(`${text}\n`),
  raw: (text) => void process.stdout.write(text),
}

/** Columns as wide as their widest cell; the last one is left open. */
export function printTable(
  output: Output,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((name, index) =>
    Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)),
  )
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, index) =>
      index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0),
    )
    output.line(cells.join("  "))
  }
}

/** A figure that is not the expected one, with the words that say which. Compared as JSON, so 5n is "5". */
export function insist(words: string, found: unknown, wanted: unknown): void {
  const [was, should] = [toText(found), toText(wanted)]
  if (was !== should) throw new Error(`${words}: ${was} instead of ${should}`)
}

function toText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part))
}

/** Lists are paged by key, never by offset: page 10,000 costs what page 1 costs. */
export interface Page<Row> {
  readonly items: Row[]
  /** Opaque; hand it back as `after` for the next page. Null on the last one. */
  readonly next: string | null
}

/** Ask the database for one row more than the page holds; `key` says where the next page starts. */
export function cutPage<Row>(rows: Row[], limit: number, key: (row: Row) => readonly string[]): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeKey(key(last)) : null }
}

export function encodeKey(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url")
}

/** A key that someone tampered with reads as no key at all: the list starts at its beginning. */
export function decodeKey(text: string | undefined, length: number): string[] | undefined {
  if (!text) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString())
    const isKey =
      Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === "string")
    return isKey ? (parts as string[]) : undefined
  } catch {
    return undefined
  }
}

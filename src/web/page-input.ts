/** What every list takes from its address. */
export function readPage(request: Request): {
  search: URLSearchParams
  page: { after?: string; limit: number }
} {
  const search = new URL(request.url).searchParams
  const after = search.get("after")
  return { search, page: { limit: 25, ...(after ? { after } : {}) } }
}

/** An empty filter is no filter. */
export function textFilter(search: URLSearchParams, name: string): string | undefined {
  return search.get(name)?.trim() || undefined
}

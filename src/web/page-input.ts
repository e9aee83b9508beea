/** What every list takes from its address. */
export function readPage(request: Request): {
  search: URLSearchParams
  page: { after?: string; limit: number; order?: "oldest" }
} {
  const search = new URL(request.url).searchParams
  const after = search.get("after")
  const isOldestFirst = search.get("sort") === "oldest"
  const page = {
    limit: 25,
    ...(after ? { after } : {}),
    ...(isOldestFirst ? { order: "oldest" as const } : {}),
  }
  return { search, page }
}

/** An empty filter is no filter. */
export function textFilter(search: URLSearchParams, name: string): string | undefined {
  return search.get(name)?.trim() || undefined
}

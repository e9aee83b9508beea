import type { ApiClient } from "../../api-context.ts"
import { textFilter } from "../../page-input.ts"

type Filter = Parameters<ApiClient["customers"]["list"]>[0]

export const states = ["active", "former", "prospect"] as const

/** What the list's address asks for; a word that is none of the choices asks for nothing. */
export function readFilter(search: URLSearchParams): Omit<Filter, "limit" | "after"> {
  const country = textFilter(search, "country")
  return {
    search: textFilter(search, "search"),
    tagId: textFilter(search, "tag"),
    state: states.find((state) => state === search.get("state")),
    country: country && /^[a-z]{2}$/i.test(country) ? country : undefined,
    ...(search.get("trouble") === "yes" ? { hasTrouble: true } : {}),
  }
}

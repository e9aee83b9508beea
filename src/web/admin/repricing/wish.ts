import type { ApiClient } from "../../api-context.ts"
import { textFilter } from "../../page-input.ts"
import { cycles } from "../../ui/cycle.ts"

export type Simulation = Awaited<ReturnType<ApiClient["repricing"]["simulate"]>>
export type PriceChange = Awaited<ReturnType<ApiClient["repricing"]["changes"]["get"]>>

export const views = ["more", "less", "same", "consent", "notice", "ends", "not_possible"] as const
export const itemStates = [
  "waiting",
  "told",
  "agreed",
  "declined",
  "moved",
  "kept",
  "ending",
  "gone",
  "stopped",
] as const
export const directions = ["more", "less", "same"] as const
export const needs = ["consent", "notice", "none"] as const
export const needTones = { consent: "warn", notice: "info", none: "neutral" } as const

const known = <Value extends string>(values: readonly Value[], text: string | null | undefined) =>
  values.find((value) => value === text)

/** What the address, or a form, asks to be moved: a plan or a whole product, to which version, from when. */
export function readWish(get: (name: string) => string | undefined) {
  const about = get("about")
  const isProduct = about?.startsWith("prd_") === true
  return {
    planId: isProduct ? undefined : about,
    productId: isProduct ? about : undefined,
    versionId: isProduct ? undefined : get("version"),
    from: get("from"),
    boughtVersionId: isProduct ? undefined : get("bought"),
    cycle: known(cycles, get("cycle")),
    withoutConsent: known(["keep", "end"] as const, get("otherwise")) ?? ("keep" as const),
  }
}

export function readSimulation(search: URLSearchParams) {
  return {
    ...readWish((name) => textFilter(search, name)),
    view: known(views, search.get("view")),
  }
}

export function readItemFilter(search: URLSearchParams) {
  return {
    state: known(itemStates, search.get("state")),
    need: known(needs, search.get("need")),
    direction: known(directions, search.get("direction")),
    ...(search.get("failed") === "yes" ? { hasFailed: true } : {}),
  }
}

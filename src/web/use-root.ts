import { useRouteLoaderData } from "react-router"
import type { Me, PageServices, Shop } from "./api-context.ts"
import type { TimeZone, Zone } from "./i18n/zone.ts"
import type { Theme } from "./theme.ts"

export interface RootData {
  readonly shop: Shop
  /** As this page's reader writes it, and as it is dialled from anywhere; null where the shop has none. */
  readonly shopPhone: { readonly text: string; readonly dial: string } | null
  readonly closure: PageServices["closure"]
  readonly me: Me
  readonly now: string
  readonly zone: Zone
  readonly origin: string
  /** What the reader chose; absent while the device decides. */
  readonly theme?: Theme | undefined
  /** Of the demo: put away by the reader. */
  readonly isTourOver?: boolean
}

/** What the root loader knows; absent only on the error page of a root that could not load. */
export function useRoot(): RootData | undefined {
  return useRouteLoaderData("root") as RootData | undefined
}

export function useTimeZone(): TimeZone {
  return useRoot()?.zone ?? "UTC"
}

import { lazy } from "react"

/** No boundary around it: the server waits for it, and without scripts it is there. */
export const FilterPeriod = lazy(() =>
  import("./filter-period.tsx").then((part) => ({ default: part.FilterPeriod })),
)

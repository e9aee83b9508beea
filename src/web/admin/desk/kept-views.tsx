import { lazy } from "react"

/** No boundary around it: the server waits for it, and without scripts it is there. */
export const SavedViews = lazy(() =>
  import("./saved-views.tsx").then((module) => ({ default: module.SavedViews })),
)

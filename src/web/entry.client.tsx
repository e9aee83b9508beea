import { StrictMode, startTransition } from "react"
import { hydrateRoot } from "react-dom/client"
import { HydratedRouter } from "react-router/dom"

// Of the demo, and only for who comes by its tour.
if (location.hash.startsWith("#tour-")) {
  void import("./page-script/end-tour.ts").then(({ endTourByEscape }) => endTourByEscape())
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  )
})

import type { z } from "zod"
import type { serviceShape } from "#provisioning/contract"
import { Banner } from "./banner.tsx"

/** Where a service stands, in the API's honest words; a running one needs no more than its badge. */
export function ServiceStanding({
  service: { state, words },
}: {
  service: Pick<z.output<typeof serviceShape>, "state" | "words">
}) {
  if (state === "active") return null
  if (state === "needs_attention" || state === "suspended") return <Banner tone="warn">{words}</Banner>
  return <p>{words}</p>
}

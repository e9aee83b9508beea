import { z } from "zod"
import { hostLeads } from "./host-name.ts"

/** What one look at the name service found; handed from the look to its note as it is. */
export const hostFinding = z.object({
  isProved: z.boolean(),
  leads: z.enum(hostLeads),
  /** What stands under the proof's name instead: for whoever mistyped it. */
  texts: z.array(z.string()),
  /** Where the name points, by its alias and its addresses. */
  targets: z.array(z.string()),
  /** Why nothing could be found out, if so. */
  trouble: z.string().nullable(),
})

export type HostFinding = z.infer<typeof hostFinding>

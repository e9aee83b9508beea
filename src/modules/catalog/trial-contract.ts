import { z } from "zod"

export const trialLimits = ["product", "shop"] as const

export const trialShape = z.object({
  days: z.number().int(),
  /** A payment method is left before it begins and charged when it ends. */
  asksMethod: z.boolean(),
  /** Once for this product, or once for anything in the shop. */
  once: z.enum(trialLimits),
})

export const trialInput = trialShape.extend({ days: z.number().int().min(1).max(365) })

import { z } from "zod"
import { contract, dateText, moneyShape } from "#kit/contract.ts"

export const runPreviewShape = z.object({
  on: dateText,
  today: dateText,
  /** Today's run waits for a person. */
  isHeld: z.boolean(),
  /** Why this run is held, or would be: the whole rises too much, or a line does. */
  stops: z.array(z.enum(["total", "line"])),
  /** One a currency, with the tax. */
  sums: z.array(
    z.object({
      currency: z.string(),
      subscriptions: z.number().int(),
      accounts: z.number().int(),
      automatic: z.number().int(),
      now: moneyShape,
      /** What the same subscriptions were paid for last time. */
      before: moneyShape,
      percent: z.number(),
    }),
  ),
  /** Who is asked for another sum than last time, at most 50, the greatest difference first. */
  changes: z.array(
    z.object({
      subscriptionId: z.string(),
      accountId: z.string(),
      accountName: z.string(),
      words: z.object({ en: z.string(), ko: z.string() }),
      now: moneyShape,
      before: moneyShape,
      percent: z.number(),
    }),
  ),
})

const tags = ["billing"]

export const runContract = {
  held: contract
    .route({
      method: "GET",
      path: "/renewal-run/held",
      tags,
      summary: "Whether today's run waits for a person",
    })
    .output(z.object({ heldOn: dateText.nullable() })),
  preview: contract
    .route({
      method: "GET",
      path: "/renewal-run",
      tags,
      summary: "What the run of a day would ask for, and how that differs from last time; nothing is written",
    })
    .input(z.object({ on: z.iso.date().optional() }))
    .output(runPreviewShape),
  confirm: contract
    .route({
      method: "POST",
      path: "/renewal-run/confirmation",
      tags,
      summary: "Ask for what today's held run asks for, as it was seen",
    })
    .input(z.object({ sums: z.array(moneyShape).max(10) }))
    .output(runPreviewShape),
}

import { Hono } from "hono"
import { z } from "zod"
import { minorText, parseJson } from "./card-api-answer.ts"
import { listBooks, refundAtConsole } from "./card-books.ts"
import { loseDispute, turnDispute } from "./card-disputes.ts"
import { type CardFault, cardCallKinds, cardFaults, NOTICE_KIND } from "./card-faults.ts"
import { listNotices, resendNotice } from "./card-notices.ts"
import { type CardOptions, withBooks } from "./card-options.ts"
import { cardMerchants } from "./card-tables.ts"
import { addFault, clearFaults, listFaults } from "./stand-in-faults.ts"

export const faultInput = z.object({
  call: z.enum(["*", ...cardCallKinds, NOTICE_KIND]),
  fault: z.enum(Object.keys(cardFaults) as [CardFault, ...CardFault[]]),
  /** For how many calls; null: until it is taken away. */
  remaining: z.coerce.number().int().min(1).max(1_000_000).nullable().default(1),
  delayMs: z.coerce.number().int().min(0).max(600_000).default(2_000),
})

/** What the gateway keeps of charges from now on; null: it says nothing of it. */
const feesInput = z.object({ feeBasisPoints: z.number().int().min(0).max(2_000).nullable() })

/** Without an amount: all that is left. */
export const consoleRefund = z.object({ amount: minorText.optional() })

/** The stand-in's switches as JSON, for tests and proofs. The page has the same ones. */
export function createCardControl(options: CardOptions): Hono {
  const control = new Hono()
  const { database, clock } = options
  control.get("/faults", async (c) => c.json({ items: await listFaults(database, "card") }))
  control.post("/faults", async (c) => {
    const parsed = faultInput.safeParse(await c.req.json())
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400)
    await addFault(database, "card", parsed.data, clock.now())
    return c.json({ items: await listFaults(database, "card") }, 201)
  })
  control.delete("/faults", async (c) => {
    await clearFaults(database, "card")
    return c.json({ items: [] })
  })
  control.post("/notices/:id/resend", async (c) => {
    const isKnown = await withBooks(options, (books) => resendNotice(books, Number(c.req.param("id"))))
    return isKnown ? c.json({ queued: true }, 201) : c.json({ error: "No such notice." }, 404)
  })
  control.post("/charges/:id/dispute", async (c) => {
    const isKnown = await withBooks(options, (books) => turnDispute(books, c.req.param("id")))
    return isKnown ? c.json({ turned: true }, 201) : c.json({ error: "No such charge." }, 404)
  })
  control.post("/charges/:id/dispute/lose", async (c) => {
    const isKnown = await withBooks(options, (books) => loseDispute(books, c.req.param("id")))
    return isKnown ? c.json({ lost: true }, 201) : c.json({ error: "No such dispute." }, 404)
  })
  control.post("/charges/:id/refund", async (c) => {
    const parsed = consoleRefund.safeParse(parseJson(await c.req.text()) ?? {})
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400)
    const sent = await withBooks(options, (books) => refundAtConsole(books, c.req.param("id"), parsed.data))
    return sent ? c.json({ id: sent.id }, 201) : c.json({ error: "More than is left." }, 409)
  })
  control.put("/fees", async (c) => {
    const parsed = feesInput.safeParse(parseJson(await c.req.text()))
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400)
    await withBooks(options, (books) => books.db.update(cardMerchants).set(parsed.data))
    return c.json(parsed.data)
  })
  control.get("/books", async (c) => {
    const books = await withBooks(options, async (at) => ({
      ...(await listBooks(at, 1_000)),
      notices: await listNotices(at, 1_000),
    }))
    return c.text(JSON.stringify(books, asText), 200, { "content-type": "application/json" })
  })
  return control
}

/** Amounts are bigints, which JSON doesn't know. */
function asText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value
}

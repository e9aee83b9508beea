import { readVatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import { taxRefusals } from "./errors.ts"
import { listVatChecks } from "./list-vat-checks.ts"
import type { ComingBuyer } from "./read-coming-buyer.ts"

/** VIES mostly takes a second. After so many the shop's policy decides, and it is asked on. */
const WAIT_SECONDS = 30

/** Nobody is charged a tax that a question under way may take away. Where VIES can't say, nobody waits. */
export async function refuseUnanswered(ctx: Context, { country, taxId = "" }: ComingBuyer): Promise<void> {
  const number = readVatNumber(country, taxId)
  const [found] = await listVatChecks(ctx, number ? [number] : [])
  if (!found || found.state !== "pending" || found.trouble !== null) return
  const until = found.askedAt.add({ seconds: WAIT_SECONDS })
  if (Temporal.Instant.compare(ctx.clock.now(), until) < 0) {
    taxRefusals.refuse("tax.vat_unanswered", {}, { field: "taxId" })
  }
}

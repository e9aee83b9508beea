import { and, eq } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { isMethodWithin } from "./method-row.ts"
import { paymentMethods } from "./tables.ts"

export interface MethodSecret {
  readonly gatewayCustomerId: string | null
  readonly tokenSealed: string | null
}

/** Only for the step that calls the gateway. */
export async function findMethodSecret(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<MethodSecret | undefined> {
  const [row] = await ctx.db
    .select({ gatewayCustomerId: paymentMethods.gatewayCustomerId, tokenSealed: paymentMethods.tokenSealed })
    .from(paymentMethods)
    .where(and(eq(paymentMethods.id, id), isMethodWithin(reach)))
  return row
}

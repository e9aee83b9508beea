import type { Context } from "#kit/context.ts"
import { hashSecret, makeClientSecret, startOfSecret } from "./client.ts"
import { clientSecrets } from "./tables.ts"

/** In the answer and nowhere else: only a hash is kept. */
export async function addClientSecret(ctx: Context, clientId: string): Promise<string> {
  const secret = makeClientSecret()
  await ctx.db.insert(clientSecrets).values({
    id: ctx.newId("cls"),
    clientId,
    hash: hashSecret(secret),
    start: startOfSecret(secret),
    createdAt: ctx.clock.now(),
  })
  return secret
}

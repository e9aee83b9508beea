import { and, eq, gt, isNull, or, sql } from "drizzle-orm"
import { announceAct } from "#identity"
import { type Context, within } from "#kit/context.ts"
import { addClientSecret } from "./add-client-secret.ts"
import { oauthRefusals } from "./errors.ts"
import { lockClient } from "./lock-client.ts"
import { type ClientView, getClientView } from "./queries.ts"
import { clientSecrets } from "./tables.ts"

/** The ones before go on until the overlap is over, never longer than they would have. */
export async function rotateClientSecret(
  ctx: Context,
  wish: { readonly id: string; readonly overlapHours: number },
): Promise<{ client: ClientView; secret: string | null }> {
  const client = await lockClient(ctx, wish.id)
  if (client.kind === "public") oauthRefusals.refuse("oauth.client_has_no_secret")
  const end = ctx.clock.now().add({ hours: wish.overlapHours })
  const isLonger = or(
    isNull(clientSecrets.expiresAt),
    gt(clientSecrets.expiresAt, sql`${end.toString()}::timestamptz`),
  )
  await ctx.db
    .update(clientSecrets)
    .set({ expiresAt: end })
    .where(and(eq(clientSecrets.clientId, client.id), isLonger))
  const secret = await addClientSecret(ctx, client.id)
  await announceAct(ctx, {
    act: "oauth.client-secret-rotated",
    subjectId: client.id,
    after: { oldOnesEnd: end.toString() },
  })
  return { client: await getClientView(ctx, within(ctx.actor), client.id), secret }
}

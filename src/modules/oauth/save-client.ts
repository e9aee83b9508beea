import { eq } from "drizzle-orm"
import { announceAct } from "#identity"
import { type Context, within } from "#kit/context.ts"
import type { ClientWish } from "./create-client.ts"
import { lockClient } from "./lock-client.ts"
import { type ClientView, getClientView } from "./queries.ts"
import { refuseBadAddresses } from "./refuse-bad-addresses.ts"
import { clients } from "./tables.ts"

/** Its kind stays: whether a program can keep a secret does not change by wishing. */
export async function saveClient(
  ctx: Context,
  wish: Omit<ClientWish, "kind"> & { readonly id: string },
  rules: { readonly allowPrivate: boolean },
): Promise<ClientView> {
  const before = await lockClient(ctx, wish.id)
  refuseBadAddresses(wish, { kind: before.kind, ...rules })
  const row = {
    name: wish.name,
    homeUrl: wish.homeUrl || null,
    redirectUris: [...new Set(wish.redirectUris)],
    postLogoutRedirectUris: [...new Set(wish.postLogoutRedirectUris)],
    backchannelLogoutUri: wish.backchannelLogoutUri || null,
    scopes: [...new Set(wish.scopes)],
  }
  await ctx.db.update(clients).set(row).where(eq(clients.id, wish.id))
  const { name, homeUrl, redirectUris, postLogoutRedirectUris, backchannelLogoutUri, scopes } = before
  await announceAct(ctx, {
    act: "oauth.client-changed",
    subjectId: wish.id,
    before: { name, homeUrl, redirectUris, postLogoutRedirectUris, backchannelLogoutUri, scopes },
    after: row,
  })
  return getClientView(ctx, within(ctx.actor), wish.id)
}

import { isNull } from "drizzle-orm"
import { announceAct } from "#identity"
import { type Context, within } from "#kit/context.ts"
import { addClientSecret } from "./add-client-secret.ts"
import type { ClientKind } from "./client.ts"
import { oauthRefusals } from "./errors.ts"
import { type ClientView, getClientView, MOST_CLIENTS } from "./queries.ts"
import { type ClientAddresses, refuseBadAddresses } from "./refuse-bad-addresses.ts"
import type { Scope } from "./scope.ts"
import { clients } from "./tables.ts"

export interface ClientWish extends ClientAddresses {
  readonly name: string
  readonly kind: ClientKind
  readonly homeUrl?: string | undefined
  readonly scopes: readonly Scope[]
}

export async function createClient(
  ctx: Context,
  wish: ClientWish,
  rules: { readonly allowPrivate: boolean },
): Promise<{ client: ClientView; secret: string | null }> {
  refuseBadAddresses(wish, { kind: wish.kind, ...rules })
  if ((await ctx.db.$count(clients, isNull(clients.endedAt))) >= MOST_CLIENTS) {
    oauthRefusals.refuse("oauth.too_many_clients", { limit: MOST_CLIENTS })
  }
  const id = ctx.newId("clt")
  const row = {
    name: wish.name,
    kind: wish.kind,
    homeUrl: wish.homeUrl || null,
    redirectUris: [...new Set(wish.redirectUris)],
    postLogoutRedirectUris: [...new Set(wish.postLogoutRedirectUris)],
    backchannelLogoutUri: wish.backchannelLogoutUri || null,
    scopes: [...new Set(wish.scopes)],
  }
  await ctx.db.insert(clients).values({ id, ...row, createdAt: ctx.clock.now() })
  const secret = wish.kind === "confidential" ? await addClientSecret(ctx, id) : null
  await announceAct(ctx, { act: "oauth.client-created", subjectId: id, after: row })
  return { client: await getClientView(ctx, within(ctx.actor), id), secret }
}

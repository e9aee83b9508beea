import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Outside } from "#kit/outside/outside.ts"
import type { Keyring } from "#kit/secrets.ts"
import { type CallContext, GiveUp } from "#kit/work/define.ts"
import { findIssuer } from "./find-issuer.ts"
import { makeToken } from "./make-token.ts"
import { clients, logouts } from "./tables.ts"
import { LOGOUT_TOKEN_SECONDS } from "./token.ts"

export interface OauthDoors {
  readonly outside: Outside
  readonly keyring: Keyring
  /** Only where the sandbox stands in. */
  readonly allowPrivate: boolean
}

/** May reach the client twice: the token's id is our row's, by which it can tell. */
export async function tellLogout(doors: OauthDoors, call: CallContext, logoutId: string): Promise<string> {
  const letter = await call.transact((ctx) => writeLetter(ctx, doors.keyring, logoutId))
  if (!letter) return "the client is gone"
  const { origin, pathname, search } = new URL(letter.address)
  const host = doors.outside.host({
    name: `oauth client ${letter.clientId}`,
    baseUrl: origin,
    allowPrivate: doors.allowPrivate,
    secretFields: ["logout_token"],
    maxBodyBytes: 65_536,
    timeoutMs: 10_000,
  })
  const answer = await host.call({
    method: "POST",
    path: pathname,
    query: Object.fromEntries(new URLSearchParams(search)),
    form: { logout_token: letter.token },
    signal: call.signal,
  })
  if (answer.status === 200 || answer.status === 204) return `answered ${answer.status}`
  throw new GiveUp(`The program at ${origin} answered ${answer.status} to a sign-out.`)
}

async function writeLetter(ctx: Context, keyring: Keyring, logoutId: string) {
  const [row] = await ctx.db
    .select({ logout: logouts, address: clients.backchannelLogoutUri })
    .from(logouts)
    .innerJoin(clients, and(eq(clients.tenantId, logouts.tenantId), eq(clients.id, logouts.clientId)))
    .where(eq(logouts.id, logoutId))
    .limit(1)
  if (!row?.address) return undefined
  const { clientId, personId, sessionId } = row.logout
  const token = await makeToken(ctx, keyring, {
    kind: "logout+jwt",
    issuer: await findIssuer(ctx),
    audience: clientId,
    subject: personId,
    seconds: LOGOUT_TOKEN_SECONDS,
    claims: {
      jti: logoutId,
      sid: sessionId,
      events: { "http://schemas.openid.net/event/backchannel-logout": {} },
    },
  })
  return { clientId, address: row.address, token }
}

import { proved, requireSession } from "#identity"
import { type Context, within } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { allowRequest } from "./allow-request.ts"
import { oauthContract } from "./contract.ts"
import { createClient } from "./create-client.ts"
import { endClient } from "./end-client.ts"
import { findIssuer } from "./find-issuer.ts"
import { listGrants } from "./list-grants.ts"
import { listSigningKeys } from "./list-signing-keys.ts"
import { lookAtLogout } from "./look-at-logout.ts"
import { lookAtRequest } from "./look-at-request.ts"
import { getClientView, listClients } from "./queries.ts"
import { rotateClientSecret } from "./rotate-client-secret.ts"
import { rotateSigningKey } from "./rotate-signing-key.ts"
import { saveClient } from "./save-client.ts"
import { withdrawGrant } from "./withdraw-grant.ts"

export interface OauthRouterOptions {
  readonly keyring: Keyring
  /** Whether addresses on our own network may be registered: only where the sandbox stands in. */
  readonly allowPrivate: boolean
}

const own = permit("oauth.grants.manage")
const done = { done: true } as const

export function createOauthRouter(options: OauthRouterOptions) {
  const { keyring, allowPrivate } = options
  return serve(oauthContract, {
    clients: {
      list: answer(permit("oauth.clients.read"), async (ctx) => ({
        items: await listClients(ctx, within(ctx.actor)),
        issuer: await findIssuer(ctx),
      })),
      get: answer(permit("oauth.clients.read"), (ctx, { id }) => getClientView(ctx, within(ctx.actor), id)),
      create: answer(
        permit("oauth.clients.write"),
        proved((ctx, input) => createClient(ctx, input, { allowPrivate })),
      ),
      save: answer(
        permit("oauth.clients.write"),
        proved((ctx, input) => saveClient(ctx, input, { allowPrivate })),
      ),
      rotate: answer(
        permit("oauth.clients.write"),
        proved((ctx, input) => rotateClientSecret(ctx, input)),
      ),
      end: answer(permit("oauth.clients.write"), (ctx, { id }) => endClient(ctx, id)),
    },
    keys: {
      list: answer(permit("oauth.clients.read"), (ctx) => answerKeys(ctx)),
      rotate: answer(
        permit("oauth.keys.write"),
        proved(async (ctx) => {
          await rotateSigningKey(ctx, keyring)
          return answerKeys(ctx)
        }),
      ),
    },
    requests: {
      look: answer(
        permitEveryone("it says only what the sealed request holds: who asks, and for what"),
        (ctx, { asked }) => lookAtRequest(ctx, keyring, asked),
      ),
      allow: answer(own, async (ctx, { asked }) => {
        await allowRequest(ctx, keyring, asked)
        return done
      }),
    },
    logouts: {
      look: answer(
        permitEveryone("it says only what the sealed request holds: who asks, and where it leads"),
        (ctx, { asked }) => lookAtLogout(ctx, keyring, asked),
      ),
    },
    grants: {
      list: answer(own, async (ctx) => ({ items: await listGrants(ctx, requireSession(ctx).personId) })),
      withdraw: answer(own, async (ctx, { id }) => {
        await withdrawGrant(ctx, { personId: requireSession(ctx).personId, id })
        return done
      }),
    },
  })
}

async function answerKeys(ctx: Context) {
  return { items: await listSigningKeys(ctx) }
}

import { proved, removeWayIn, requireProvedSession, requireSession } from "#identity"
import { within } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { connectOffer } from "./connect-offer.ts"
import { federationContract } from "./contract.ts"
import { joinByOffer } from "./join-by-offer.ts"
import { listConnections } from "./list-connections.ts"
import { listOffered } from "./list-offered.ts"
import { listProviders } from "./queries.ts"
import { saveProvider } from "./save-provider.ts"
import { takeOffer } from "./take-offer.ts"

export interface FederationRouterOptions {
  readonly keyring: Keyring
  readonly allowPrivate: boolean
}

const own = permit("federation.connections.manage")
const staffOnly = permit("federation.providers.write")
const byItsSeal = permitEveryone("the browser that came back holds it under our seal, and no other has it")
const done = { done: true } as const

export function createFederationRouter(options: FederationRouterOptions) {
  const { keyring } = options
  return serve(federationContract, {
    providers: {
      list: answer(staffOnly, async (ctx) => ({ items: await listProviders(ctx, within(ctx.actor)) })),
      create: answer(
        staffOnly,
        proved((ctx, input) => saveProvider(ctx, options, input)),
      ),
      save: answer(
        staffOnly,
        proved((ctx, input) => saveProvider(ctx, options, input)),
      ),
    },
    offered: answer(permitEveryone("the sign-in page has to know what to offer"), async (ctx) => ({
      items: await listOffered(ctx),
    })),
    connections: {
      list: answer(own, async (ctx) => ({ items: await listConnections(ctx, requireSession(ctx).personId) })),
      remove: answer(own, async (ctx, { id }) => {
        await removeWayIn(ctx, { personId: requireProvedSession(ctx).personId, id })
        return done
      }),
    },
    arrivals: {
      look: answer(byItsSeal, async (ctx, input) => {
        const { providerName, email, name } = await takeOffer(ctx, keyring, input.offer)
        return { providerName, email, name }
      }),
      connect: answer(own, async (ctx, { offer }) => {
        await connectOffer(ctx, keyring, { personId: requireProvedSession(ctx).personId, offer })
        return done
      }),
      join: answer(byItsSeal, async (ctx, input) => {
        await joinByOffer(ctx, keyring, input)
        return done
      }),
    },
  })
}

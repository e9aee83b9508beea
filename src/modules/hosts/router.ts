import { proved } from "#identity"
import { type Context, within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { findLanding } from "#tenancy"
import { addHost } from "./add-host.ts"
import { askForLook } from "./ask-for-look.ts"
import { hostsContract } from "./contract.ts"
import { makeHostPrimary } from "./make-host-primary.ts"
import { getHost, listHosts, lockHost } from "./queries.ts"
import { removeHost } from "./remove-host.ts"

export interface HostsRouterOptions {
  readonly allowPrivate: boolean
}

const mayRead = permit("hosts.names.read")
const mayWrite = permit("hosts.names.write")

export function createHostsRouter({ allowPrivate }: HostsRouterOptions) {
  const view = async (ctx: Context, id: string) => getHost(ctx, within(ctx.actor), id, await findLanding(ctx))
  return serve(hostsContract, {
    names: {
      list: answer(mayRead, async (ctx) => ({
        items: await listHosts(ctx, within(ctx.actor), await findLanding(ctx)),
      })),
      add: answer(mayWrite, async (ctx, { host }) =>
        view(ctx, await addHost(ctx, { host, allowReserved: allowPrivate })),
      ),
      check: answer(mayWrite, async (ctx, { id }) => {
        await askForLook(ctx, await lockHost(ctx, within(ctx.actor), id))
        return view(ctx, id)
      }),
      // Links, cookies and passkeys follow the name: as dangerous as it gets.
      makePrimary: answer(
        mayWrite,
        proved(async (ctx, wish) => {
          await makeHostPrimary(ctx, wish, await findLanding(ctx))
          return view(ctx, wish.id)
        }),
      ),
      remove: answer(mayWrite, async (ctx, { id }) => {
        await removeHost(ctx, id)
        return { done: true } as const
      }),
    },
  })
}

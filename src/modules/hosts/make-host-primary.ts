import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { moveOrigin } from "#tenancy"
import { hostsRefusals } from "./errors.ts"
import { getHost, lockHost } from "./queries.ts"

export interface PrimaryWish {
  readonly id: string
  /** A proxy answers for the name, so it leads there and not here. */
  readonly isBehindProxy: boolean
}

/** People see the shop under this name from now on: links, passkeys and sign-ins belong to it, other names lead there. */
export async function makeHostPrimary(ctx: Context, wish: PrimaryWish, landing: string): Promise<void> {
  const reach = within(ctx.actor)
  const view = await getHost(ctx, reach, wish.id, landing)
  if (view.state !== "given") {
    const { state, finding, host } = await lockHost(ctx, reach, wish.id)
    if (state !== "verified") hostsRefusals.refuse("hosts.host_unverified", { host })
    if (finding?.leads !== "here" && !wish.isBehindProxy)
      hostsRefusals.refuse("hosts.host_not_here", { host })
  }
  if (view.isPrimary) return
  const { before, after } = await moveOrigin(ctx, view.host)
  await recordAudit(ctx, {
    act: "hosts.made-primary",
    subjectId: wish.id,
    before: { url: before },
    after: { url: after },
  })
}

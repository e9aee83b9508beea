import { and, eq, ne } from "drizzle-orm"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { defineWork, GiveUp, type WorkKind } from "#kit/work/define.ts"
import type { SignOnLink } from "./drivers/driver.ts"
import { type ProvisioningDoors, sealPlace } from "./means.ts"
import { describeCall, openPanel } from "./open-panel.ts"
import { describeOwner } from "./owner.ts"
import { everything, lockService } from "./queries.ts"
import { builds, panelOwners, signOns } from "./tables.ts"
import { requestSignOnHead, type SignOnInput } from "./work-heads.ts"

export function requestSignOnWork(doors: ProvisioningDoors): WorkKind<SignOnInput> {
  return defineWork({
    ...requestSignOnHead,
    run: async (work, input) => {
      await work.call(
        "ask-for-link",
        async (call) => {
          const { owner, remoteId } = await call.transact((ctx) => readAsked(ctx, input))
          const { connected } = await openPanel(doors, call, input.panelId)
          const link = await connected.signOnLink(describeCall(call), owner, remoteId)
          await call.transact((ctx) => keepLink(ctx, doors, input.signOnId, link))
        },
        // Somebody is looking at a spinner: better a clear "no" than a link in ten minutes.
        { tries: 2, isLast: true },
      )
    },
  })
}

async function readAsked(ctx: Context, input: SignOnInput) {
  const service = await lockService(ctx, everything, input.serviceId)
  const [row] = await ctx.db
    .select({ relation: panelOwners.relation })
    .from(builds)
    // As whom the panel built it: the account may have been merged into another one since.
    .innerJoin(
      panelOwners,
      and(eq(panelOwners.tenantId, builds.tenantId), eq(panelOwners.id, builds.ownerId)),
    )
    .where(
      and(eq(builds.serviceId, service.id), eq(builds.panelId, input.panelId), ne(builds.state, "undone")),
    )
    .limit(1)
  if (!row || !service.remoteId) throw new GiveUp(`${input.serviceId} has no machine with an owner there.`)
  return {
    owner: describeOwner(row.relation, await getAccount(ctx, service.accountId)),
    remoteId: service.remoteId,
  }
}

async function keepLink(ctx: Context, doors: ProvisioningDoors, id: string, link: SignOnLink): Promise<void> {
  await ctx.db
    .update(signOns)
    .set({
      state: "ready",
      sealedUrl: doors.keyring.seal(sealPlace.signOn(ctx.tenant, id), link.url),
      expiresAt: ctx.clock.now().add({ seconds: link.expiresInSeconds }),
    })
    .where(and(eq(signOns.id, id), eq(signOns.state, "asking")))
}

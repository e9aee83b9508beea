import { proved } from "#identity"
import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, answerOnce, serve } from "#kit/serve/serve.ts"
import { provisioningContract } from "./contract.ts"
import { deleteWithoutBackup } from "./delete-without-backup.ts"
import { getSignOn } from "./get-sign-on.ts"
import { keepHeldService } from "./keep-held-service.ts"
import type { RouterDoors } from "./means.ts"
import { everything, getService, listPanels, listServices } from "./queries.ts"
import { releaseHold } from "./release-hold.ts"
import { requestSignOn } from "./request-sign-on.ts"
import { revealCredentials } from "./reveal-credentials.ts"
import { watchService } from "./watch-service.ts"
import { watchStanding } from "./watch-standing.ts"

export function createProvisioningRouter(doors: RouterDoors) {
  return serve(provisioningContract, {
    services: {
      list: answer(permit("provisioning.services.read"), (ctx, input) =>
        listServices(ctx, within(ctx.actor), input),
      ),
      get: answer(permit("provisioning.services.read"), (ctx, { id }) =>
        getService(ctx, within(ctx.actor), id),
      ),
      progress: answerLive(permit("provisioning.services.read"), async (scope, { id }, { signal }) =>
        watchService(doors.listener, scope, id, signal),
      ),
      standing: answerLive(permit("provisioning.services.read"), async (scope, { id }, { signal }) =>
        watchStanding({ listener: doors.listener, scope, id, signal }),
      ),
      revealCredentials: answer(
        permit("provisioning.services.reveal"),
        proved((ctx, { id }) => revealCredentials(ctx, doors, within(ctx.actor), id)),
      ),
      deleteWithoutBackup: answer(permit("provisioning.services.delete"), deleteWithoutBackup),
      releaseHeld: answer(permit("provisioning.services.release"), async (ctx, { id, reason }) => {
        await releaseHold(ctx, id, { reason })
        return getService(ctx, everything, id)
      }),
      keepHeld: answer(permit("provisioning.services.release"), async (ctx, input) => {
        await keepHeldService(ctx, input)
        return getService(ctx, everything, input.id)
      }),
      requestSignOn: answer(permit("provisioning.services.sign-on"), (ctx, { id }) =>
        requestSignOn(ctx, within(ctx.actor), id),
      ),
      getSignOn: answerOnce(permit("provisioning.services.sign-on"), (ctx, { id }) =>
        getSignOn(ctx, doors, id),
      ),
    },
    servers: {
      list: answer(permit("provisioning.servers.read"), async (ctx) => ({
        items: await listPanels(ctx, within(ctx.actor)),
      })),
    },
  })
}

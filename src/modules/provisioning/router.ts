import { proved } from "#identity"
import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, answerLive, answerOnce, serve } from "#kit/serve/serve.ts"
import { provisioningContract } from "./contract.ts"
import { getSignOn } from "./get-sign-on.ts"
import type { RouterDoors } from "./means.ts"
import { getService, listPanels, listServices } from "./queries.ts"
import { requestSignOn } from "./request-sign-on.ts"
import { revealCredentials } from "./reveal-credentials.ts"
import { watchService } from "./watch-service.ts"

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
      revealCredentials: answer(
        permit("provisioning.services.reveal"),
        proved((ctx, { id }) => revealCredentials(ctx, doors, within(ctx.actor), id)),
      ),
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

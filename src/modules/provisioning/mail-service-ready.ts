import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { sendIfWanted, serviceReady } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { everything, getService } from "./queries.ts"

/** "Your server is ready", once per service; the password is shown after a sign-in, never mailed. */
export async function mailServiceReady(ctx: Context, fact: { serviceId: string }): Promise<void> {
  const service = await getService(ctx, everything, fact.serviceId)
  const account = await getAccount(ctx, service.accountId)
  const settings = await getSettings(ctx)
  await sendIfWanted(ctx, {
    template: serviceReady,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `service-ready:${service.id}`,
    data: {
      name: account.personName,
      hostname: service.hostname,
      address: service.addresses[0] ?? service.hostname,
      user: "root",
      serviceUrl: linkTo(settings, account.language, `/portal/services/${service.id}`),
    },
  })
}

import type { Context } from "#kit/context.ts"
import { hostNews, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { type HostState, showHostName } from "./host-name.ts"

/** To the shop's own people, once each time something has come of it. */
export async function tellHostNews(
  ctx: Context,
  { hostId, host, state }: { readonly hostId: string; readonly host: string; readonly state: HostState },
): Promise<void> {
  if (state === "pending") return
  const settings = await getSettings(ctx)
  const language = settings.defaultLanguage
  await sendMessage(ctx, {
    template: hostNews,
    to: { name: settings.name, address: settings.seller.email },
    language,
    key: `host:${hostId}:${state}:${ctx.clock.now().epochMilliseconds}`,
    data: { host: showHostName(host), state, hostsUrl: linkTo(settings, language, "/admin/settings/hosts") },
  })
}

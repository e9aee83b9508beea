import type { ApiClient } from "../../api-context.ts"
import type { SubmittedForm } from "../../serve-page.ts"

export type Clients = Awaited<ReturnType<ApiClient["oauth"]["clients"]["list"]>>
export type Client = Clients["items"][number]
export type SigningKey = Awaited<ReturnType<ApiClient["oauth"]["keys"]["list"]>>["items"][number]

export const scopeNames = ["openid", "profile", "email", "offline_access", "accounts"] as const

/** Making and replacing answer with the secret, which no address and no redirect may carry. */
export async function actOnPrograms({ services, intent, key, values }: SubmittedForm) {
  const { clients, keys } = services.withKey(`${key}:${intent}`).oauth
  const [act, id = ""] = intent.split(":")
  if (act === "rotate") {
    const { secret } = await clients.rotate({ id, overlapHours: Number(values["overlapHours"] ?? 24) })
    return { secret }
  }
  if (act === "register") {
    const kind = values["kind"] === "public" ? "public" : "confidential"
    const { secret } = await clients.create({ ...readWish(values), kind })
    return { secret }
  }
  if (act === "save") await clients.save({ ...readWish(values), id })
  else if (act === "end") await clients.end({ id })
  else await keys.rotate()
  return { secret: null }
}

function readWish(values: Readonly<Record<string, string>>) {
  const lines = (name: string) => (values[name] ?? "").split(/\s+/).filter(Boolean)
  return {
    name: values["name"] ?? "",
    homeUrl: values["homeUrl"] || undefined,
    redirectUris: lines("redirectUris"),
    postLogoutRedirectUris: lines("postLogoutRedirectUris"),
    backchannelLogoutUri: values["backchannelLogoutUri"] || undefined,
    scopes: scopeNames.filter((name) => values[`scope:${name}`] !== undefined),
  }
}

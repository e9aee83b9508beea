import type { ApiClient, PageServices } from "../api-context.ts"
import { readPage } from "../page-input.ts"
import type { SubmittedForm } from "../serve-page.ts"

export type ApiKeys = Awaited<ReturnType<ApiClient["identity"]["apiKeys"]["list"]>>
export type ApiKey = ApiKeys["items"][number]

/** What the page of keys shows; the portal's for one account, the admin's for the shop. */
export async function loadApiKeys(
  { api, me, newKey, now }: PageServices,
  request: Request,
  account: { readonly id: string; readonly name: string } | undefined,
) {
  return {
    page: await api.identity.apiKeys.list({ ...readPage(request).page, accountId: account?.id }),
    scopes: account ? me.permissions.filter((one) => !ofThePerson.includes(one)) : me.permissions,
    holder: account?.name ?? null,
    canWrite: me.permissions.includes("identity.api-keys.write"),
    formKey: newKey(),
    now,
  }
}

/** A customer's key acts for the account: whoever made it signs in, agrees and leaves by hand. */
const ofThePerson: readonly string[] = [
  "identity.self.manage",
  "identity.members.leave",
  "identity.ownership.answer",
  "federation.connections.manage",
  "oauth.grants.manage",
  "privacy.self.manage",
]

/** Making and replacing answer with the secret, which no address and no redirect may carry. */
export async function actOnApiKeys(form: SubmittedForm, accountId: string | undefined) {
  const { services, intent, key, values } = form
  const { apiKeys } = services.withKey(`${key}:${intent}`).identity
  const [act, id = ""] = intent.split(":")
  if (act === "revoke") {
    await apiKeys.revoke({ id })
    return { secret: null }
  }
  if (act === "rotate") {
    const { secret } = await apiKeys.rotate({ id, overlapHours: Number(values["overlapHours"] ?? 24) })
    return { secret }
  }
  const days = Number(values["days"])
  const { secret } = await apiKeys.create({
    accountId,
    name: values["name"] ?? "",
    scopes: Object.keys(values).flatMap((name) => (name.startsWith("may:") ? [name.slice(4)] : [])),
    networks: (values["networks"] ?? "").split(/[\s,]+/).filter(Boolean),
    ...(days > 0 ? { expiresInDays: days } : {}),
  })
  return { secret }
}

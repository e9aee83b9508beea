import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Outside } from "#kit/outside/outside.ts"
import type { Keyring } from "#kit/secrets.ts"
import { federationRefusals } from "./errors.ts"
import type { House, HouseDoors } from "./house.ts"
import { githubHouse } from "./houses/github.ts"
import { kakaoHouse } from "./houses/kakao.ts"
import { naverHouse } from "./houses/naver.ts"
import { openidHouse } from "./houses/openid.ts"
import { type ProviderKind, realAddresses } from "./provider.ts"
import { providers } from "./tables.ts"

export interface FederationMeans {
  readonly outside: Outside
  readonly keyring: Keyring
  readonly allowPrivate: boolean
}

const houses: Readonly<Record<ProviderKind, House>> = {
  google: openidHouse,
  oidc: openidHouse,
  github: githubHouse,
  kakao: kakaoHouse,
  naver: naverHouse,
}

/** A provider that is switched on, with the way to it. One that is off is as missing as one that never was. */
export async function openHouse(
  ctx: Context,
  means: FederationMeans,
  id: string,
): Promise<{ house: House; doors: HouseDoors; name: string }> {
  const [row] = await ctx.db
    .select()
    .from(providers)
    .where(and(eq(providers.id, id), eq(providers.isOn, true)))
    .limit(1)
  if (!row) return federationRefusals.refuse("federation.provider_missing", { id })
  const { kind, baseUrl, apiUrl } = row
  const real = kind === "oidc" ? undefined : realAddresses[kind]
  const place = { tenant: ctx.tenant, table: "federation.providers", column: "secret_sealed", row: id }
  return {
    name: row.name,
    house: houses[kind],
    doors: {
      kind,
      clientId: row.clientId,
      clientSecret: means.keyring.open(place, row.secretSealed),
      baseUrl: baseUrl ?? real?.baseUrl ?? "",
      apiUrl: apiUrl ?? real?.apiUrl ?? baseUrl ?? "",
      outside: means.outside,
      allowPrivate: means.allowPrivate,
    },
  }
}

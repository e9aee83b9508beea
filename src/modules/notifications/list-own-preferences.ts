import { getConsents } from "#identity"
import { actorId, type Context, type Reach } from "#kit/context.ts"
import { listStandings } from "./list-standings.ts"
import { type Preference, planPreferences } from "./preference.ts"

export interface OwnPreferences {
  readonly accountId: string
  readonly accountName: string
  readonly isHolder: boolean
  readonly preferences: Preference[]
}

/** What the caller gets, account by account. */
export async function listOwnPreferences(
  ctx: Context,
  reach: Reach,
  wanted: { readonly accountId?: string } = {},
): Promise<OwnPreferences[]> {
  const personId = actorId(ctx.actor)
  const standings = await listStandings(ctx, reach, { ...wanted, personId })
  if (standings.length === 0) return []
  const hasNews = (await getConsents(ctx, personId)).marketingMail
  return standings.map(({ accountId, accountName, isHolder, ...standing }) => ({
    accountId,
    accountName,
    isHolder,
    preferences: planPreferences({ ...standing, isHolder, hasNews }, ctx.language),
  }))
}

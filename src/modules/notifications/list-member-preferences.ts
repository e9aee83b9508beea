import { getAccount, getConsents } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { listStandings } from "./list-standings.ts"
import { type Preference, planPreferences } from "./preference.ts"

export interface MemberPreferences {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly isHolder: boolean
  readonly preferences: Preference[]
}

/** A page of people; whoever has a larger team sees its first ones. */
const MOST_MEMBERS = 20

/** For staff: what each member of the account is sent. */
export async function listMemberPreferences(
  ctx: Context,
  reach: Reach,
  accountId: string,
): Promise<MemberPreferences[]> {
  const { id } = await getAccount(ctx, accountId)
  const standings = (await listStandings(ctx, reach, { accountId: id })).slice(0, MOST_MEMBERS)
  const listed: MemberPreferences[] = []
  for (const { personId, name, email, isHolder, ...standing } of standings) {
    const hasNews = (await getConsents(ctx, personId)).marketingMail
    const preferences = planPreferences({ ...standing, isHolder, hasNews }, ctx.language)
    listed.push({ personId, name, email, isHolder, preferences })
  }
  return listed
}

import { recordAudit } from "#audit"
import { actorId, type Context, type Reach } from "#kit/context.ts"
import { notificationRefusals } from "./errors.ts"
import { listOwnPreferences, type OwnPreferences } from "./list-own-preferences.ts"
import type { ChoosableKind, MessageChannel } from "./preference.ts"
import { preferences } from "./tables.ts"

export interface PreferenceWish {
  readonly accountId: string
  readonly kind: ChoosableKind
  readonly channel: MessageChannel
  readonly isOn: boolean
}

export async function savePreference(
  ctx: Context,
  reach: Reach,
  { accountId, kind, channel, isOn }: PreferenceWish,
): Promise<OwnPreferences> {
  const read = async () => (await listOwnPreferences(ctx, reach, { accountId }))[0]
  const before = (await read()) ?? notificationRefusals.refuse("notifications.not_a_member")
  const standing = before.preferences.find((one) => one.kind === kind && one.channel === channel)
  if (!standing || standing.isOn === isOn) return before
  if (standing.fixedBecause !== null) notificationRefusals.refuse("notifications.kind_fixed", { kind })
  const personId = actorId(ctx.actor)
  const changedAt = ctx.clock.now()
  await ctx.db
    .insert(preferences)
    .values({ id: ctx.newId("npr"), accountId, personId, kind, channel, isOn, changedAt })
    .onConflictDoUpdate({
      target: [
        preferences.tenantId,
        preferences.accountId,
        preferences.personId,
        preferences.kind,
        preferences.channel,
      ],
      set: { isOn, changedAt },
    })
  await recordAudit(ctx, {
    act: "notifications.preference-changed",
    subjectId: personId,
    accountId,
    before: { kind, channel, isOn: !isOn },
    after: { kind, channel, isOn },
  })
  return (await read()) ?? before
}

import { getInvitationLetter } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings, linkTo } from "#tenancy"
import { sendMessage } from "./send-message.ts"
import { memberInvitation } from "./templates/member-invitation.ts"
import { operatorInvitation } from "./templates/operator-invitation.ts"
import { staffInvitation } from "./templates/staff-invitation.ts"

/** One mail per sending; its link is made here, so that it stands in no row and no event. */
export async function mailInvitation(ctx: Context, keyring: Keyring, invitationId: string): Promise<void> {
  const found = await getInvitationLetter(ctx, keyring, invitationId)
  if (found.isAnswered) return
  const settings = await getSettings(ctx)
  const { email, language, token, inviterName } = found
  const shop = settings.name
  const link = linkTo(settings, language, `/invitation?token=${encodeURIComponent(token)}`)
  const letter = {
    to: { name: email, address: email },
    language,
    key: `invitation:${invitationId}:${found.sendings}`,
  }
  if (inviterName === null) {
    await sendMessage(ctx, { ...letter, template: operatorInvitation, data: { shop, link } })
    return
  }
  await sendMessage(ctx, {
    ...letter,
    template: found.accountName === null ? staffInvitation : memberInvitation,
    data: {
      account: plainName(found.accountName ?? shop),
      inviter: plainName(inviterName),
      shop,
      link,
    },
  })
}

/** A stranger chose these names and we mail them to somebody: an address or a link in one must not be pressed. */
function plainName(name: string): string {
  return name.slice(0, 80).replaceAll(/[/:@<>]|(?<=\w)\.(?=\w)/g, " ")
}

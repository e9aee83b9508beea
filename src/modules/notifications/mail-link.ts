import { getLinkLetter, type LinkLetter } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings, linkTo, type TenantSettings } from "#tenancy"
import { sendMessage } from "./send-message.ts"
import { addressConfirmation } from "./templates/address-confirmation.ts"
import { addressKnown } from "./templates/address-known.ts"
import { emailChange } from "./templates/email-change.ts"
import { emailChangedMail } from "./templates/email-changed.ts"
import { passwordReset } from "./templates/password-reset.ts"
import { signInLink } from "./templates/sign-in-link.ts"

/** The mail that a link travels in. Its address is the shop's own, whatever host name it was asked for under. */
export async function mailLink(ctx: Context, keyring: Keyring, linkId: string): Promise<void> {
  const found = await getLinkLetter(ctx, keyring, linkId)
  const settings = await getSettings(ctx)
  const head = {
    to: { name: found.name, address: found.email },
    language: found.language,
    key: `link:${linkId}`,
  }
  const data = { name: found.name, shop: settings.name, link: addressOf(found, settings) }
  // Whoever has the wished-for address already is told what a sign-up would tell them, and gets no link to it.
  if (found.kind === "confirm-address" || (found.kind === "change-email" && found.isKnown)) {
    const template = found.isKnown ? addressKnown : addressConfirmation
    await sendMessage(ctx, { ...head, template, data: { ...data, hasOrder: found.hasOrder } })
    return
  }
  const { kind } = found
  if (kind === "keep-email") {
    await sendMessage(ctx, { ...head, template: emailChangedMail, data })
    return
  }
  if (kind === "change-email" && !found.isKnown) {
    await sendMessage(ctx, { ...head, template: emailChange, data })
    return
  }
  // Nobody has this address: there is nobody to write to, and whoever asked was told what everybody is told.
  if (!found.isKnown || kind === "not-me") return
  await sendMessage(ctx, {
    ...head,
    template: kind === "reset-password" ? passwordReset : signInLink,
    data,
  })
}

function addressOf(found: LinkLetter, settings: TenantSettings): string {
  const isTaken = found.isKnown && !found.hasOrder
  if (isTaken && (found.kind === "confirm-address" || found.kind === "change-email")) {
    return linkTo(settings, found.language, "/sign-in")
  }
  const path = paths[found.kind]
  // Whoever has an account is not asked for the password that somebody else may have chosen.
  const known = found.kind === "confirm-address" && found.isKnown ? "&account=yes" : ""
  return linkTo(settings, found.language, `${path}?token=${encodeURIComponent(found.token)}${known}`)
}

const paths: Readonly<Record<LinkLetter["kind"], string>> = {
  "confirm-address": "/confirm",
  "reset-password": "/reset-password",
  "sign-in": "/sign-in/link",
  "not-me": "/not-me",
  "change-email": "/another-email",
  "keep-email": "/keep-email",
}

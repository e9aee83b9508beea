import { getLinkLetter, type LinkLetter } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings, linkTo, type TenantSettings } from "#tenancy"
import { addressConfirmation } from "./address-confirmation.ts"
import { addressKnown } from "./address-known.ts"
import { passwordReset } from "./password-reset.ts"
import { sendMessage } from "./send-message.ts"
import { signInLink } from "./sign-in-link.ts"

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
  if (found.kind === "confirm-address") {
    const template = found.isKnown ? addressKnown : addressConfirmation
    await sendMessage(ctx, { ...head, template, data: { ...data, hasOrder: found.hasOrder } })
    return
  }
  // Nobody has this address: there is nobody to write to, and whoever asked was told what everybody is told.
  if (!found.isKnown || found.kind === "not-me") return
  await sendMessage(ctx, {
    ...head,
    template: found.kind === "reset-password" ? passwordReset : signInLink,
    data,
  })
}

function addressOf(found: LinkLetter, settings: TenantSettings): string {
  if (found.kind === "confirm-address" && found.isKnown && !found.hasOrder) {
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
}

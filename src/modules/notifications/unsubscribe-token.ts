import type { Keyring } from "#kit/secrets.ts"

const PURPOSE = "notifications.unsubscribe"

/** In every advertisement: takes back one person's consent to mail, and opens nothing else. It never runs out. */
export function unsubscribeToken(keyring: Keyring, tenant: string, personId: string): string {
  return `${personId}.${keyring.mac(PURPOSE, `${tenant} ${personId}`)}`
}

/** Whose it is; undefined where it is none of ours. */
export function readUnsubscribeToken(keyring: Keyring, tenant: string, token: string): string | undefined {
  const cut = token.indexOf(".")
  const personId = token.slice(0, cut)
  const isOurs = cut > 0 && keyring.isMac(PURPOSE, `${tenant} ${personId}`, token.slice(cut + 1))
  return isOurs ? personId : undefined
}

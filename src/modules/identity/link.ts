import type { Keyring } from "#kit/secrets.ts"

/** What a link in a mail does. */
export const linkKinds = [
  "confirm-address",
  "reset-password",
  "sign-in",
  "not-me",
  "change-email",
  "keep-email",
] as const
export type LinkKind = (typeof linkKinds)[number]

/** How long each lives. A reset is the most dangerous one; who confirms an address may do so next week. */
export const linkLives = {
  "confirm-address": { hours: 24 * 7 },
  "reset-password": { minutes: 60 },
  "sign-in": { minutes: 15 },
  "not-me": { hours: 24 * 30 },
  "change-email": { hours: 24 },
  "keep-email": { hours: 24 * 30 },
} as const satisfies Record<LinkKind, Temporal.DurationLike>

/** So many of one kind to one address in an hour; more would only fill somebody's mailbox. */
export const MOST_LINKS_AN_HOUR = 3

export interface LinkPlace {
  readonly tenant: string
  readonly kind: LinkKind
  readonly id: string
}

const PURPOSE = "identity.links"

export function makeLinkToken(keyring: Keyring, place: LinkPlace): string {
  return `${place.id}.${keyring.mac(PURPOSE, textOf(place))}`
}

/** The id of the link, if we made this token, for this tenant and this purpose. */
export function readLinkToken(
  keyring: Keyring,
  token: string,
  wanted: Omit<LinkPlace, "id">,
): string | undefined {
  const [id = "", mac = "", ...rest] = token.split(".")
  if (rest.length > 0 || !/^[a-z]{2,8}_[0-9a-z]{26}$/.test(id)) return undefined
  return keyring.isMac(PURPOSE, textOf({ ...wanted, id }), mac) ? id : undefined
}

function textOf({ tenant, kind, id }: LinkPlace): string {
  return `${tenant} ${kind} ${id}`
}

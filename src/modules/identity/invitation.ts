import type { Keyring } from "#kit/secrets.ts"

/** A week: long enough for a holiday's start, short enough that a forgotten mail opens nothing. */
export const INVITATION_LIFE = { hours: 24 * 7 } as const
export const MOST_OPEN_INVITATIONS = 20
/** Between two mails of the same invitation, so that nobody's mailbox is filled through us. */
export const RESEND_AFTER_SECONDS = 60

export interface InvitationPlace {
  readonly tenant: string
  readonly id: string
  /** Which of its mails the link was in: only the last one's works. */
  readonly sendings: number
}

const PURPOSE = "identity.invitations"

export function makeInvitationToken(keyring: Keyring, place: InvitationPlace): string {
  return `${place.id}.${place.sendings}.${keyring.mac(PURPOSE, textOf(place))}`
}

/** Which invitation's which mail, if we made this token for this tenant. */
export function readInvitationToken(
  keyring: Keyring,
  token: string,
  tenant: string,
): InvitationPlace | undefined {
  const [, id = "", sendings = "", mac = ""] = /^(ivt_[0-9a-z]{26})\.(\d{1,3})\.(\w{64})$/.exec(token) ?? []
  if (id === "") return undefined
  const place = { tenant, id, sendings: Number(sendings) }
  return keyring.isMac(PURPOSE, textOf(place), mac) ? place : undefined
}

export interface InvitationTimes {
  readonly expiresAt: Temporal.Instant
  readonly acceptedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
}

export function isInvitationOver(row: InvitationTimes, now: Temporal.Instant): boolean {
  const isPast = Temporal.Instant.compare(row.expiresAt, now) <= 0
  return isPast || row.acceptedAt !== null || row.withdrawnAt !== null
}

function textOf({ tenant, id, sendings }: InvitationPlace): string {
  return `${tenant} ${id} ${sendings}`
}

import { z } from "zod"
import { defineEvent } from "#kit/events/events.ts"

export const customerCreated = defineEvent(
  "customer.created",
  z.object({ personId: z.string(), accountId: z.string() }),
)

export const apiKeyCreated = defineEvent(
  "api-key.created",
  z.object({
    apiKeyId: z.string(),
    accountId: z.string().nullable(),
    personId: z.string(),
    name: z.string(),
    start: z.string(),
    scopes: z.array(z.string()),
  }),
)

export const apiKeyRevoked = defineEvent(
  "api-key.revoked",
  z.object({ apiKeyId: z.string(), accountId: z.string().nullable(), personId: z.string() }),
)

/** An account opened at checkout is a person's now. */
export const accountClaimed = defineEvent(
  "account.claimed",
  z.object({ accountId: z.string(), personId: z.string() }),
)

/** The secret of the link is in no event: whoever mails it derives it from the id. */
export const linkRequested = defineEvent("link.requested", z.object({ linkId: z.string() }))

export const passwordChanged = defineEvent("password.changed", z.object({ personId: z.string() }))

/** Somebody came in with a browser that this person never used before. */
export const deviceAppeared = defineEvent(
  "device.appeared",
  z.object({ personId: z.string(), deviceId: z.string(), sessionId: z.string() }),
)

/** Signed out, here or from afar; what merely ran out is not told. */
export const sessionsEnded = defineEvent(
  "sessions.ended",
  z.object({
    personId: z.string(),
    sessionIds: z.array(z.string()),
    /** All that the person had, because something was wrong: what others were given in their name ends too. */
    isEverywhere: z.boolean(),
  }),
)

export const securityChanges = [
  "second-factor-on",
  "second-factor-off",
  "passkey-added",
  "passkey-removed",
  "way-added",
  "way-removed",
] as const

export type SecurityChange = (typeof securityChanges)[number]

/** How this person comes in has changed: whoever did not do it has to learn of it. */
export const securityChanged = defineEvent(
  "security.changed",
  z.object({ personId: z.string(), change: z.enum(securityChanges) }),
)

export const consentsChanged = defineEvent(
  "consents.changed",
  z.object({
    personId: z.string(),
    at: z.string(),
    marketingMail: z.boolean(),
    marketingSms: z.boolean(),
    marketingKakao: z.boolean().default(false),
    night: z.boolean(),
  }),
)

/** Two years have gone by: whoever agreed to be written to is asked whether that still holds. */
export const consentsAsked = defineEvent(
  "consents.asked",
  z.object({ personId: z.string(), askId: z.string() }),
)

/** Somebody changed something of people, accounts or staff: what the audit says about it. */
export const identityActed = defineEvent(
  "identity.acted",
  z.object({
    act: z.string(),
    subjectId: z.string(),
    accountId: z.string().nullable(),
    reason: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    actorKind: z.string(),
    actorId: z.string(),
    impersonatorId: z.string().nullable(),
    requestId: z.string().nullable(),
  }),
)

/** The secret of the link is in no event: whoever mails it derives it from the id. */
export const invitationSent = defineEvent("invitation.sent", z.object({ invitationId: z.string() }))

export const policyChanged = defineEvent(
  "policy.changed",
  z.object({ needsPrivacyTick: z.boolean(), allowsMagicLinks: z.boolean() }),
)

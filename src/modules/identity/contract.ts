import { z } from "zod"
import { contract, idText, instantText, pageOf, timedPageInput } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { apiKeysContract } from "./api-key-contract.ts"
import {
  invitationsContract,
  membersContract,
  ownershipContract,
  profilesContract,
} from "./member-contract.ts"
import { personContract } from "./person-contract.ts"
import {
  impersonationsContract,
  staffContract,
  staffPolicyContract,
  staffRolesContract,
} from "./staff-contract.ts"

export const meShape = z.object({
  person: z
    .object({ id: z.string(), name: z.string(), email: z.string(), language: z.enum(["en", "ko"]) })
    .nullable(),
  role: z.enum(["visitor", "customer", "operator"]),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
  permissions: z.array(z.string()),
  /** Of staff: where they stand by what the shop asks for, and the date to which that may wait. */
  secondFactor: z
    .object({ standing: z.enum(["there", "waived", "postponed", "needed"]), from: instantText.nullable() })
    .nullable(),
  /** The code of what keeps staff at their own door for now. */
  barredBy: z.string().nullable(),
  /** Staff acting as this customer: who, and until when. */
  impersonation: z.object({ staffName: z.string(), expiresAt: instantText }).nullable(),
})

export const accountShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["consumer", "business"]),
  email: z.string(),
  country: z.string(),
  createdAt: instantText,
})

/** Ticks of a form, each a fact of its own. Terms and age are needed; the rest is free, privacy as the shop decided. */
export const consentInput = z.object({
  terms: z.literal(true),
  age: z.literal(true),
  privacy: z.boolean().default(false),
  marketingMail: z.boolean().default(false),
  marketingSms: z.boolean().default(false),
  marketingKakao: z.boolean().default(false),
  night: z.boolean().default(false),
})

export const passwordText = z.string().min(12).max(128)
export const emailText = z.email().max(254)
const linkToken = z.string().min(1).max(200)
const sentTo = z.object({ sentTo: z.string() })

export const signInWays = [
  "password",
  "second-factor",
  "recovery-code",
  "passkey",
  "link",
  "provider",
] as const

/** Where an address is: a country that our own proxy named, our own network, or not known, which is said. */
const placeShape = z.object({ country: z.string().nullable(), isPrivate: z.boolean() })

/** How somebody comes in, and who is in right now. */
export const securityShape = z.object({
  email: z.string(),
  /** Whether dangerous acts go through now, or ask first. */
  isProved: z.boolean(),
  /** Of staff who came in with a single factor and have another: a password proves nothing more. */
  needsMore: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  allowsMagicLinks: z.boolean(),
  passkeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: instantText,
      lastUsedAt: instantText.nullable(),
    }),
  ),
  sessions: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      address: z.string(),
      place: placeShape,
      since: instantText,
      isTrusted: z.boolean(),
      isThis: z.boolean(),
    }),
  ),
  signIns: z.array(
    z.object({
      id: z.string(),
      method: z.enum(signInWays),
      device: z.string(),
      address: z.string(),
      place: placeShape,
      at: instantText,
    }),
  ),
})

export const consentsShape = z.object({
  marketingMail: z.boolean(),
  marketingSms: z.boolean(),
  /** Absent from programs that do not know of it yet: then it is not given. */
  marketingKakao: z.boolean().default(false),
  night: z.boolean(),
})

/** As the browser's own toJSON writes it; what is in it is checked by whoever verifies the signature. */
export const passkeyAnswer = z.looseObject({
  id: z.string().max(1_500),
  rawId: z.string().max(1_500),
  type: z.literal("public-key"),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
})

export const policyShape = z.object({
  /** Whether the privacy notice has to be ticked; the law asks for no consent to what the contract needs. */
  needsPrivacyTick: z.boolean(),
  /** Whether a link by mail may stand in for a password. */
  allowsMagicLinks: z.boolean(),
})

const done = z.object({ done: z.literal(true) })
const tags = ["identity"]

export const identityContract = {
  me: {
    get: contract
      .route({ method: "GET", path: "/me", tags, summary: "Who is asking, and what they may do" })
      .output(meShape),
  },
  signUps: {
    /** Says the same whether or not the address is known: the mail tells its owner which. */
    request: contract
      .route({ method: "POST", path: "/sign-ups", tags, summary: "Ask for an account; a mail follows" })
      .input(
        z.object({
          name: z.string().trim().min(1).max(120),
          email: emailText,
          password: passwordText,
          phone: z.string().trim().max(40).optional(),
          country: z.string().length(2),
          language: z.enum(["en", "ko"]),
          currency: z.enum(currencyCodes).optional(),
          consents: consentInput,
        }),
      )
      .output(sentTo),
    confirm: contract
      .route({ method: "PUT", path: "/sign-ups/confirm", tags, summary: "The link in the mail was followed" })
      // The password that was chosen when asking; not needed where the address has a person already.
      .input(z.object({ token: linkToken, password: z.string().max(128).optional() }))
      .output(z.object({ email: z.string(), wasKnown: z.boolean() })),
  },
  passwords: {
    forget: contract
      .route({ method: "POST", path: "/password-resets", tags, summary: "Ask for a link to a new password" })
      .input(z.object({ email: emailText, language: z.enum(["en", "ko"]) }))
      .output(sentTo),
    reset: contract
      .route({ method: "PUT", path: "/password-resets", tags, summary: "A new password, by that link" })
      .input(z.object({ token: linkToken, password: passwordText }))
      .output(z.object({ email: z.string() })),
  },
  ways: {
    get: contract
      .route({ method: "GET", path: "/sign-in-ways", tags, summary: "How one may sign in here" })
      .output(z.object({ links: z.boolean() })),
  },
  signInLinks: {
    request: contract
      .route({ method: "POST", path: "/sign-in-links", tags, summary: "Ask for a link that signs in" })
      .input(z.object({ email: emailText, language: z.enum(["en", "ko"]) }))
      .output(sentTo),
  },
  notMe: contract
    .route({
      method: "PUT",
      path: "/not-me",
      tags,
      summary: "The link in a mail about a browser nobody knew",
    })
    .input(z.object({ token: linkToken }))
    .output(done),
  /** All of it for the person's own session: no key reaches it. */
  security: {
    get: contract
      .route({
        method: "GET",
        path: "/security",
        tags,
        summary: "How you sign in, and where you are signed in",
      })
      .output(securityShape),
    endSession: contract
      .route({ method: "DELETE", path: "/security/sessions/{id}", tags, summary: "Sign out one browser" })
      .input(z.object({ id: idText }))
      .output(done),
    endOtherSessions: contract
      .route({ method: "DELETE", path: "/security/sessions", tags, summary: "Sign out all others" })
      .output(z.object({ ended: z.number().int() })),
    beginSecondFactor: contract
      .route({ method: "POST", path: "/security/second-factor", tags, summary: "A secret for an app" })
      .output(z.object({ address: z.string(), secret: z.string(), picture: z.string() })),
    confirmSecondFactor: contract
      .route({ method: "PUT", path: "/security/second-factor", tags, summary: "The app's first code" })
      .input(z.object({ code: z.string().max(20) }))
      .output(z.object({ recoveryCodes: z.array(z.string()) })),
    removeSecondFactor: contract
      .route({ method: "DELETE", path: "/security/second-factor", tags, summary: "No more codes" })
      .output(done),
    replaceRecoveryCodes: contract
      .route({ method: "POST", path: "/security/recovery-codes", tags, summary: "Ten fresh recovery codes" })
      .output(z.object({ recoveryCodes: z.array(z.string()) })),
    beginPasskey: contract
      .route({
        method: "POST",
        path: "/security/passkeys/options",
        tags,
        summary: "What a passkey is made from",
      })
      .output(z.record(z.string(), z.unknown())),
    addPasskey: contract
      .route({ method: "POST", path: "/security/passkeys", tags, summary: "The passkey that was made" })
      .input(z.object({ name: z.string().trim().min(1).max(60), response: passkeyAnswer }))
      .output(done),
    removePasskey: contract
      .route({ method: "DELETE", path: "/security/passkeys/{id}", tags, summary: "Take a passkey away" })
      .input(z.object({ id: idText }))
      .output(done),
  },
  /** What the shop has decided about signing in; for its staff. */
  policy: {
    get: contract
      .route({ method: "GET", path: "/sign-in-policy", tags, summary: "What the shop asks of a sign-in" })
      .output(policyShape),
    save: contract
      .route({ method: "PUT", path: "/sign-in-policy", tags, summary: "Change it" })
      .input(policyShape)
      .output(policyShape),
  },
  consents: {
    get: contract
      .route({ method: "GET", path: "/consents", tags, summary: "What you may be sent" })
      .output(consentsShape),
    save: contract
      .route({ method: "PUT", path: "/consents", tags, summary: "Change it; a mail says what holds now" })
      .input(consentsShape)
      .output(consentsShape),
    accept: contract
      .route({ method: "POST", path: "/consents/texts", tags, summary: "Agree to texts that are new since" })
      .output(z.object({ done: z.literal(true) })),
  },
  accounts: {
    list: contract
      .route({ method: "GET", path: "/accounts", tags, summary: "Accounts within reach" })
      .input(timedPageInput.extend({ search: z.string().max(120).optional() }))
      .output(pageOf(accountShape)),
    get: contract
      .route({ method: "GET", path: "/accounts/{id}", tags, summary: "One account" })
      .input(z.object({ id: idText }))
      .output(accountShape),
  },
  person: personContract,
  profiles: profilesContract,
  members: membersContract,
  invitations: invitationsContract,
  ownership: ownershipContract,
  staff: staffContract,
  staffRoles: staffRolesContract,
  staffPolicy: staffPolicyContract,
  impersonations: impersonationsContract,
  apiKeys: apiKeysContract,
}

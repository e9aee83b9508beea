import { z } from "zod"
import { contract, dateText, idText, instantText, moneyShape, pageOf, timedPageInput } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"

/** Waiting: the first payment of whoever came has not stood long enough, or has not been made. */
export const referralStates = ["waiting", "granted", "void"] as const

/** Why nobody gets anything. */
export const voidCauses = [
  "same_person",
  "known_before",
  "account_gone",
  "refunded",
  "disputed",
  "no_reward",
  "never_paid",
  "by_staff",
] as const

/** What each side gets, in the currency in which whoever came pays first. */
export const rewardShape = z.object({
  currency: z.enum(currencyCodes),
  referrer: moneyShape,
  newcomer: moneyShape,
})

export const referralPolicyShape = z.object({
  isOn: z.boolean(),
  /** So many days the first paid invoice has to stand, with nothing of it given back. */
  afterDays: z.number().int().min(0).max(365),
  /** So many times a customer is rewarded in a year at most; null: any number. Whoever came gets theirs all the same. */
  mostAYear: z.number().int().min(1).max(10_000).nullable(),
  rewards: z.array(rewardShape).max(currencyCodes.length),
})

export const referralShape = z.object({
  id: z.string(),
  referrerId: z.string(),
  referrerName: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  state: z.enum(referralStates),
  because: z.enum(voidCauses).nullable(),
  /** What staff wrote when they said no. */
  reason: z.string().nullable(),
  /** The invoice that counted, and what each side got. */
  invoiceId: z.string().nullable(),
  referrerGot: moneyShape.nullable(),
  newcomerGot: moneyShape.nullable(),
  createdAt: instantText,
  decidedAt: instantText.nullable(),
})

export const ownReferralsShape = z.object({
  /** Whether who comes now is rewarded. */
  policy: referralPolicyShape,
  /** Null until it is asked for. */
  link: z.object({ code: z.string(), url: z.url() }).nullable(),
  /** Who they are is theirs to tell: only when they came and what became of it. */
  items: z.array(
    z.object({
      id: z.string(),
      state: z.enum(referralStates),
      because: z.enum(voidCauses).nullable(),
      got: moneyShape.nullable(),
      cameOn: dateText,
    }),
  ),
})

const tags = ["referrals"]
const whose = z.object({ accountId: idText.optional() })

export const referralsContract = {
  policy: {
    get: contract
      .route({ method: "GET", path: "/referral-policy", tags, summary: "What a recommendation is worth" })
      .output(referralPolicyShape),
    save: contract
      .route({
        method: "PUT",
        path: "/referral-policy",
        tags,
        summary: "Decide it, for who comes from now on; who came before gets what was promised then",
      })
      .input(referralPolicyShape)
      .output(referralPolicyShape),
  },
  own: {
    get: contract
      .route({
        method: "GET",
        path: "/referrals/own",
        tags,
        summary: "An account's link, and who came by it",
      })
      .input(whose)
      .output(ownReferralsShape),
    makeLink: contract
      .route({
        method: "POST",
        path: "/referrals/own/link",
        tags,
        successStatus: 201,
        summary: "A link of the account's own; asked again, it is the same",
      })
      .input(whose)
      .output(ownReferralsShape),
  },
  list: contract
    .route({
      method: "GET",
      path: "/referrals",
      tags,
      summary: "Who came by whose recommendation, newest first",
    })
    .input(timedPageInput.extend({ state: z.enum(referralStates).optional(), referrerId: idText.optional() }))
    .output(pageOf(referralShape)),
  void: contract
    .route({
      method: "PUT",
      path: "/referrals/{id}/void",
      tags,
      summary: "Say no to one that still waits: nobody gets anything for it",
    })
    .input(z.object({ id: idText, reason: z.string().trim().min(3).max(500) }))
    .output(referralShape),
}

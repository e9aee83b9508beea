import type { Mutant } from "./mutant.ts"

const racing = ["scenarios/race.test.ts"]
const renewing = ["src/modules/billing/renewal-races.test.ts"]

/** Where two come at one moment, and a guard decides who was first. */
export const mutantsOfMoments: readonly Mutant[] = [
  {
    name: "a refund is written down without its payment's row held",
    file: "src/modules/payments/record-refund.ts",
    search: `wanted.attemptId, "update")`,
    replacement: "wanted.attemptId)",
    breaks:
      "a refund and the bank that takes the payment don't see each other: the bank is booked to hold what went back",
    tests: racing,
    named: "a refund whose answer was lost",
  },
  {
    name: "what had been sent back stays with the bank that took the rest",
    file: "src/modules/payments/record-refund.ts",
    search: "  await freeHeld(ctx, attempt)\n",
    replacement: "",
    breaks: "more is lost in the books than the bank has taken",
    tests: racing,
    named: "a refund whose answer was lost is found",
  },
  {
    name: "a dispute is opened over what our books have sent back",
    file: "src/modules/payments/record-dispute.ts",
    search: "sent > charge.refundedMinor ? sent : charge.refundedMinor",
    replacement: "sent > charge.amount.minor ? sent : charge.refundedMinor",
    breaks: "a gateway that tells of a refund late makes the bank hold it as well",
    tests: racing,
    named: "a refund whose answer was lost is found",
  },
  {
    name: "what went back at the gateway is written down without its payment's row held",
    file: "src/modules/payments/record-found-refunds.ts",
    search: `attemptId, "update")`,
    replacement: "attemptId)",
    breaks: "a refund made in the gateway's console and our own of the same money are two",
    tests: racing,
    named: "a refund in the gateway's console",
  },
  {
    name: "agreements are collected without their rows held",
    file: "src/modules/billing/collect-agreements.ts",
    search: `    .limit(ids.length)
    .for("update")`,
    replacement: "    .limit(ids.length)",
    breaks: "who pays at that moment is suspended all the same",
    tests: renewing,
    named: "suspended though paid",
  },
  {
    name: "one that can't be collected takes the others of its chunk along",
    file: "src/kit/work/in-halves.ts",
    search: "  if (!error) return { done, leftOut: [] }\n",
    replacement: "  if (error) throw error\n  if (!error) return { done, leftOut: [] }\n",
    breaks: "one bad row undoes the day",
    tests: ["scenarios/collecting.test.ts"],
    named: "one bad row is left out",
  },
  {
    name: "an agreement is moved without its row held",
    file: "src/modules/billing/lock-subscription.ts",
    search: `getSubscription(ctx, reach, id, "update")`,
    replacement: "getSubscription(ctx, reach, id)",
    breaks: "the run and its customer ask for one time twice",
    tests: renewing,
    named: "before a run asked for it",
  },
  {
    name: "an agreement's request is not held with it",
    file: "src/modules/billing/lock-subscription.ts",
    search: `seen.requestId, "update")
    : undefined`,
    replacement: `seen.requestId)
    : undefined`,
    breaks: "what is being paid is taken back at the same moment",
    tests: renewing,
    named: "waits for whoever has its request",
  },
  {
    name: "money on its way doesn't hold a suspension up",
    file: "src/modules/billing/collect-agreements.ts",
    search: "paying(one).some((id) => beingPaid.has(id))",
    replacement: "false",
    breaks: "who has paid by bank is suspended before the money arrives",
    tests: renewing,
    named: "on its way",
  },
  {
    name: "a referrer's rewards are counted without their link held",
    file: "src/modules/referrals/decide-referral.ts",
    search: `    .where(eq(referralLinks.accountId, row.referrerId))
    .limit(1)
    .for("update")`,
    replacement: `    .where(eq(referralLinks.accountId, row.referrerId))
    .limit(1)`,
    breaks: "two decisions at one moment reward somebody beyond the year's limit",
    tests: ["scenarios/referrals.test.ts"],
  },
]

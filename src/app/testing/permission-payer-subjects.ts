import type { Company } from "./company.ts"
import type { Shopper } from "./company-shoppers.ts"
import { furnishReferrals } from "./permission-referral-subjects.ts"

/** A card of each customer's, the page by which it was left, and who came by whose link. */
export async function furnishMethods(company: Company, own: Shopper, foreign: Shopper) {
  const [mine, theirs] = [await leaveCard(company, own), await leaveCard(company, foreign)]
  return {
    "payment-methods": { own: mine.methodId, foreign: theirs.methodId },
    "payment-method-setups": { own: mine.setupId, foreign: theirs.setupId },
    ...(await furnishReferrals(company, own, foreign)),
  }
}

async function leaveCard(company: Company, by: Shopper) {
  const { id: setupId } = await by.api.payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, setupId)
  await company.settle()
  const { methodId } = await by.api.payments.setups.get({ id: setupId })
  return { setupId, methodId: methodId ?? "" }
}

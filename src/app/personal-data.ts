import { auditPersonalData } from "#audit"
import { billingPersonalData } from "#billing"
import { catalogPersonalData } from "#catalog"
import { creditPersonalData } from "#credit"
import { customersPersonalData } from "#customers"
import { feesPersonalData } from "#fees"
import { identityPersonalData } from "#identity"
import type { PersonalDataHolder } from "#kit/personal-data/define.ts"
import { ledgerPersonalData } from "#ledger"
import { noticesPersonalData } from "#notices"
import { notificationsPersonalData } from "#notifications"
import { oauthPersonalData } from "#oauth"
import { ordersPersonalData } from "#orders"
import { paperworkPersonalData } from "#paperwork"
import { paymentsPersonalData } from "#payments"
import { houseData, privacyPersonalData } from "#privacy"
import { provisioningPersonalData } from "#provisioning"
import { referralsPersonalData } from "#referrals"
import { repricingPersonalData } from "#repricing"
import { taxPersonalData } from "#tax"
import { termsPersonalData } from "#terms"
import { usagePersonalData } from "#usage"

/**
 * Who holds something about people, in the order in which erasing goes: the house's own notes while the rows they
 * are about are still there, then the modules from the last to the first, and people themselves at the very end.
 */
export const personalDataHolders: readonly PersonalDataHolder[] = [
  houseData,
  privacyPersonalData,
  noticesPersonalData,
  customersPersonalData,
  paperworkPersonalData,
  repricingPersonalData,
  ordersPersonalData,
  provisioningPersonalData,
  taxPersonalData,
  usagePersonalData,
  feesPersonalData,
  referralsPersonalData,
  billingPersonalData,
  termsPersonalData,
  paymentsPersonalData,
  creditPersonalData,
  catalogPersonalData,
  ledgerPersonalData,
  notificationsPersonalData,
  auditPersonalData,
  oauthPersonalData,
  identityPersonalData,
]

/** Tables that name people or accounts and need no word of a holder, each with its reason. */
export const tablesWithoutPeople: Readonly<Record<string, string>> = {
  "credit.policies": "what a shop decided about credit; changed_by is an id",
  "credit.role_limits": "what a shop decided about credit; changed_by is an id",
  "tax.policies": "what a shop decided about tax; changed_by is an id",
  "tax.registrations": "where the shop itself is registered for tax",
  "tax.rates": "what places take",
  "tax.product_classes": "which rates a product is taxed by",
  "billing.asking_days": "the day on which a subscription is asked for next, as its own row says it",
  "usage.countings": "up to which day an agreement's use is counted",
  "fees.late_fee_policies": "what a shop decided about late payments; changed_by is an id",
  "referrals.policies": "what a shop decided about recommendations; changed_by is an id",
  "identity.guards": "hashes of what was tried, gone within a day",
  "identity.policies": "what a shop decided about signing in",
  "identity.staff": "staff leave by their shop's hand; who is one can't be forgotten before",
  "identity.staff_policies": "what a shop decided about its staff; changed_by is an id",
  "identity.staff_roles": "names of roles",
  "identity.verifications": "what a passkey has to sign, gone within minutes",
  "orders.plan_change_policies": "what a shop decided about changes of plan",
  "billing.loyalty_policies": "what a shop decided about those who stay",
  "billing.refund_policies": "what a shop decided about refunds",
  "repricing.corrections": "what a shop put right; created_by is an id",
  "repricing.price_changes": "what a shop decided about its prices; created_by is an id",
  "tenancy.kept_periods": "what a shop decided about retention; changed_by is an id",
  "tenancy.settings": "the shop's own name and seller",
}

import { analyticsContract } from "#analytics/contract"
import { auditContract } from "#audit/contract"
import { billingContract } from "#billing/contract"
import { catalogContract } from "#catalog/contract"
import { contentContract } from "#content/contract"
import { creditContract } from "#credit/contract"
import { customersContract } from "#customers/contract"
import { deskContract } from "#desk/contract"
import { federationContract } from "#federation/contract"
import { feesContract } from "#fees/contract"
import { hostsContract } from "#hosts/contract"
import { identityContract } from "#identity/contract"
import { ledgerContract } from "#ledger/contract"
import { noticesContract } from "#notices/contract"
import { notificationsContract } from "#notifications/contract"
import { oauthContract } from "#oauth/contract"
import { operationsContract } from "#operations/contract"
import { ordersContract } from "#orders/contract"
import { paperworkContract } from "#paperwork/contract"
import { paymentsContract } from "#payments/contract"
import { privacyContract } from "#privacy/contract"
import { provisioningContract } from "#provisioning/contract"
import { referralsContract } from "#referrals/contract"
import { repricingContract } from "#repricing/contract"
import { revenueContract } from "#revenue/contract"
import { taxContract } from "#tax/contract"
import { tenancyContract } from "#tenancy/contract"
import { termsContract } from "#terms/contract"
import { usageContract } from "#usage/contract"

/** The whole public face: `api.<module>.<noun>.<verb>` in process, `/api/v1/…` outside. */
export const apiContract = {
  tenancy: tenancyContract,
  identity: identityContract,
  oauth: oauthContract,
  federation: federationContract,
  audit: auditContract,
  notifications: notificationsContract,
  hosts: hostsContract,
  operations: operationsContract,
  content: contentContract,
  ledger: ledgerContract,
  credit: creditContract,
  catalog: catalogContract,
  payments: paymentsContract,
  terms: termsContract,
  billing: billingContract,
  usage: usageContract,
  fees: feesContract,
  tax: taxContract,
  revenue: revenueContract,
  referrals: referralsContract,
  provisioning: provisioningContract,
  orders: ordersContract,
  paperwork: paperworkContract,
  repricing: repricingContract,
  customers: customersContract,
  notices: noticesContract,
  privacy: privacyContract,
  analytics: analyticsContract,
  desk: deskContract,
}

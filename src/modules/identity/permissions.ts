import type { memberRoles, staffRoles } from "./tables.ts"

/** Every permission a procedure can ask for, named module.noun.verb. A router that asks for another fails the tests. */
export const permissions = [
  "identity.self.manage",
  "identity.policy.write",
  "identity.accounts.read",
  "identity.api-keys.read",
  "identity.api-keys.write",
  "audit.entries.read",
  "operations.read",
  "operations.write",
  "orders.read",
  "orders.withdraw",
  "orders.decide",
  "payments.attempts.read",
  "payments.findings.read",
  "billing.payment-requests.read",
  "billing.payment-requests.pay",
  "billing.invoices.read",
  "provisioning.services.read",
  "provisioning.services.reveal",
  "provisioning.services.sign-on",
  "provisioning.servers.read",
] as const

export type Permission = (typeof permissions)[number]

/** What being a member of an account lets a customer do, within that account. */
export const memberPermissions: Readonly<Record<(typeof memberRoles)[number], readonly Permission[]>> = {
  owner: [
    "identity.self.manage",
    "identity.accounts.read",
    "identity.api-keys.read",
    "identity.api-keys.write",
    "orders.read",
    "orders.withdraw",
    "payments.attempts.read",
    "billing.payment-requests.read",
    "billing.payment-requests.pay",
    "billing.invoices.read",
    "provisioning.services.read",
    "provisioning.services.reveal",
    "provisioning.services.sign-on",
  ],
}

/** What somebody may do who has ordered and not yet shown who they are: pay, and see how it goes. No credentials. */
export const buyerPermissions: readonly Permission[] = [
  "orders.read",
  "orders.withdraw",
  "payments.attempts.read",
  "billing.payment-requests.read",
  "billing.payment-requests.pay",
  "provisioning.services.read",
]

/** What a member of the company's staff may do, in the whole shop. */
export const staffPermissions: Readonly<Record<(typeof staffRoles)[number], readonly Permission[]>> = {
  operator: permissions,
}

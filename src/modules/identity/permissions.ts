import type { MemberRole } from "./member-role.ts"

/**
 * Every permission a procedure can ask for, named module.noun.verb, and the members who hold it within their account.
 * An empty row is for staff alone. A router that asks for a permission that isn't here fails the tests.
 */
const holders = {
  "tenancy.settings.read": [],
  "tenancy.settings.write": [],
  "tenancy.tenants.read": [],
  "tenancy.tenants.write": [],
  "identity.self.manage": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "identity.policy.write": [],
  "identity.accounts.read": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "identity.profiles.read": ["owner", "admin", "billing", "viewer"],
  "identity.profiles.write": ["owner", "admin", "billing"],
  "identity.members.read": ["owner", "admin", "billing", "technical", "viewer"],
  "identity.members.write": ["owner", "admin"],
  "identity.members.leave": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "identity.ownership.write": ["owner"],
  "identity.ownership.answer": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "identity.api-keys.read": ["owner", "admin", "technical"],
  "identity.api-keys.write": ["owner", "admin", "technical"],
  "identity.impersonations.write": [],
  "identity.impersonations.end": [],
  "identity.staff.read": [],
  "identity.staff.write": [],
  "identity.staff-roles.write": [],
  "identity.staff-policy.read": [],
  "identity.staff-policy.write": [],
  "hosts.names.read": [],
  "hosts.names.write": [],
  "federation.providers.write": [],
  "federation.connections.manage": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "oauth.clients.read": [],
  "oauth.clients.write": [],
  "oauth.keys.write": [],
  "oauth.grants.manage": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "audit.entries.read": [],
  "notifications.templates.read": [],
  "notifications.templates.write": [],
  "notifications.messages.read": [],
  "notifications.messages.resend": [],
  "notifications.preferences.read": [],
  "notifications.preferences.manage": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "operations.read": [],
  "operations.write": [],
  "ledger.books.read": [],
  "catalog.range.read": [],
  "catalog.range.write": [],
  "catalog.range.publish": [],
  "tax.vat-numbers.read": ["owner", "admin", "billing", "viewer"],
  "tax.vat-numbers.write": ["owner", "admin", "billing"],
  "tax.exemptions.read": ["owner", "admin", "billing", "viewer"],
  "tax.exemptions.write": [],
  "tax.place-proofs.read": [],
  "tax.place-proofs.write": [],
  "tax.settings.read": [],
  "tax.settings.write": [],
  "fees.policies.read": [],
  "fees.policies.write": [],
  "usage.records.read": ["owner", "admin", "billing", "technical", "viewer"],
  "usage.records.write": [],
  "usage.prices.read": [],
  "fees.charges.read": ["owner", "admin", "billing", "viewer"],
  "fees.charges.write": [],
  "revenue.months.read": [],
  "billing.tax-report.read": [],
  "referrals.read": [],
  "referrals.write": [],
  "referrals.policy.read": [],
  "referrals.policy.write": [],
  "referrals.own.read": ["owner", "admin", "billing", "viewer"],
  "referrals.own.write": ["owner", "admin", "billing"],
  "credit.entries.read": ["owner", "admin", "billing", "viewer"],
  "credit.entries.write": [],
  "credit.policy.read": [],
  "credit.policy.write": [],
  "catalog.coupons.read": [],
  "catalog.coupons.write": [],
  "orders.read": ["owner", "admin", "billing", "technical", "viewer"],
  "orders.withdraw": ["owner", "admin", "billing"],
  "orders.plan-changes.read": ["owner", "admin", "billing", "viewer"],
  "orders.plan-changes.write": ["owner", "admin", "billing"],
  "orders.plan-change-policy.read": [],
  "orders.plan-change-policy.write": [],
  "orders.stay-offers.take": ["owner", "admin", "billing"],
  "orders.decide": [],
  "orders.coupon-results.read": [],
  "repricing.changes.read": [],
  "repricing.changes.write": [],
  "repricing.corrections.read": [],
  "repricing.corrections.write": [],
  "repricing.own.read": ["owner", "admin", "billing", "viewer"],
  "repricing.own.answer": ["owner", "admin", "billing"],
  "payments.attempts.read": ["owner", "admin", "billing", "viewer"],
  "payments.findings.read": [],
  "payments.bank-refunds.read": [],
  "payments.bank-refunds.write": [],
  "payments.methods.read": ["owner", "admin", "billing", "viewer"],
  "payments.methods.write": ["owner", "admin", "billing"],
  "terms.accounts.read": ["owner", "admin", "billing", "viewer"],
  "terms.accounts.write": [],
  "billing.bad-debts.write": [],
  "billing.payment-requests.read": ["owner", "admin", "billing", "viewer"],
  "billing.payment-requests.pay": ["owner", "admin", "billing"],
  "billing.payment-requests.write": [],
  "billing.payment-requests.record": [],
  "billing.subscriptions.read": ["owner", "admin", "billing", "viewer"],
  "billing.subscriptions.extend": ["owner", "admin", "billing"],
  "billing.subscriptions.cancel": ["owner", "admin", "billing"],
  "billing.subscriptions.manage": [],
  "billing.subscriptions.promise-long": [],
  "billing.collecting-policy.read": [],
  "billing.collecting-policy.write": [],
  "billing.renewal-run.read": [],
  "billing.renewal-run.write": [],
  "billing.refunds.write": ["owner", "admin", "billing"],
  "billing.credit-notes.read": [],
  "billing.loyalty.read": [],
  "billing.loyalty.write": [],
  "billing.refund-policy.read": [],
  "billing.refund-policy.write": [],
  "billing.credit-notes.write": [],
  "billing.papers.mail": [],
  "billing.invoices.reissue": [],
  "billing.invoices.read": ["owner", "admin", "billing", "viewer"],
  "paperwork.quotes.read": ["owner", "admin", "billing", "viewer"],
  "paperwork.quotes.write": [],
  "paperwork.quotes.answer": ["owner", "admin", "billing"],
  "paperwork.statements.read": ["owner", "admin", "billing", "viewer"],
  "paperwork.drafts.read": [],
  "paperwork.drafts.write": [],
  "provisioning.services.read": ["owner", "admin", "billing", "technical", "viewer"],
  "provisioning.services.reveal": ["owner", "admin", "technical"],
  "provisioning.services.sign-on": ["owner", "admin", "technical"],
  "provisioning.services.delete": [],
  "provisioning.services.suspend": [],
  "provisioning.services.release": [],
  "provisioning.servers.read": [],
  "customers.read": [],
  "customers.write": [],
  "customers.define": [],
  "customers.files.read": [],
  "customers.import": [],
  "customers.merge": [],
  "content.pages.read": [],
  "content.pages.write": [],
  "content.pages.publish": [],
  "privacy.self.manage": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "privacy.people.read": [],
  "privacy.people.write": [],
  "privacy.retention.read": [],
  "privacy.retention.write": [],
  "notices.read": [],
  "notices.write": [],
  "notices.own.read": ["owner", "admin", "billing", "technical", "viewer", "limited"],
  "analytics.overview.read": [],
  "analytics.subscriptions.read": [],
  "desk.views.manage": [],
  "desk.bulk-runs.read": [],
  "desk.bulk-runs.write": [],
} as const satisfies Readonly<Record<string, readonly MemberRole[]>>

export type Permission = keyof typeof holders

export const permissions = Object.keys(holders) as readonly Permission[]

/** Of everybody who can sign in, whatever they hold elsewhere: their own name, doors and consents. */
export const ownPermissions: readonly Permission[] = [
  "identity.self.manage",
  "oauth.grants.manage",
  "privacy.self.manage",
  "federation.connections.manage",
]

/** What somebody may do who has ordered and not yet shown who they are: pay, and see how it goes. No credentials. */
export const buyerPermissions: readonly Permission[] = [
  "orders.read",
  "orders.withdraw",
  "payments.attempts.read",
  "billing.payment-requests.read",
  "billing.payment-requests.pay",
  "provisioning.services.read",
]

/** What being a member of an account lets somebody do, within that account. */
export function permissionsOfMember(role: MemberRole): readonly Permission[] {
  return permissions.filter((permission) => (holders[permission] as readonly MemberRole[]).includes(role))
}

/** In which roles a member may do this within the account. */
export function rolesHolding(permission: Permission): readonly MemberRole[] {
  return holders[permission]
}

/** What a role means for a single service: of its permissions those that are about services. */
export function permissionsOnService(role: MemberRole): readonly Permission[] {
  return permissionsOfMember(role).filter((permission) => permission.startsWith("provisioning.services."))
}

/** About one's own membership: staff have none. */
const membersOwn: readonly Permission[] = ["identity.members.leave", "identity.ownership.answer"]

/** What staff can be given, each in the whole shop. */
export const staffPermissions = permissions.filter((permission) => !membersOwn.includes(permission))

/** About other tenants: only in the company that runs the installation does anybody hold these. */
export const rootPermissions = staffPermissions.filter((one) => one.startsWith("tenancy.tenants."))

/** What staff can be given in this tenant. */
export function grantablePermissions(isRoot: boolean): readonly Permission[] {
  return isRoot ? staffPermissions : staffPermissions.filter((one) => !rootPermissions.includes(one))
}

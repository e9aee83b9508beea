import type { accountKinds, accountSides } from "./contract.ts"

/**
 * Ledger accounts are named by their role: "cash:sandbox-card", "receivable:acc_…". The part before the colon
 * says what kind of thing it is; the customer's side keeps a balance row, the company's side is rolled up.
 */
export const accountRoles = {
  /** Money at a gateway or a bank. */
  cash: { kind: "asset", side: "company" },
  /** What a customer owes on issued documents. */
  receivable: { kind: "asset", side: "customer" },
  /** Money that arrived and isn't applied to anything yet: it is the customer's until it is. */
  unapplied: { kind: "liability", side: "customer" },
  /** What a customer paid in and has with us. */
  credit: { kind: "liability", side: "customer" },
  /** Credit that the shop made a present of: used like the other, and never paid out. */
  given: { kind: "liability", side: "customer" },
  /** Credit of both kinds that is set aside for open requests to pay. */
  held: { kind: "liability", side: "customer" },
  revenue: { kind: "income", side: "company" },
  tax: { kind: "liability", side: "company" },
  /** Paid for days to come: earned as they pass. */
  deferred: { kind: "liability", side: "company" },
  /** What presents cost the shop. */
  goodwill: { kind: "expense", side: "company" },
  /** What a card's bank holds until it has decided whose it is. */
  disputed: { kind: "asset", side: "company" },
  /** What banks and gateways take for themselves. */
  fees: { kind: "expense", side: "company" },
  /** What was sold and will never be paid. */
  losses: { kind: "expense", side: "company" },
} as const satisfies Record<string, AccountRole>

export interface AccountRole {
  readonly kind: (typeof accountKinds)[number]
  readonly side: (typeof accountSides)[number]
}

/** A wrong name is a bug of ours, so it is no refusal. */
export function readAccountName(name: string): AccountRole & { readonly owner: string } {
  const match = /^([a-z]+):([a-z0-9][a-z0-9_-]{0,47})$/.exec(name)
  const role = match?.[1] as keyof typeof accountRoles | undefined
  if (!match || !role || !Object.hasOwn(accountRoles, role)) throw new Error(`${name} is no ledger account.`)
  return { ...accountRoles[role], owner: match[2] as string }
}

export type RoleName = keyof typeof accountRoles

/** What stands before the colon. */
export function readRole(account: string): RoleName {
  const [role = ""] = account.split(":")
  if (!Object.hasOwn(accountRoles, role)) throw new Error(`${account} is no ledger account.`)
  return role as RoleName
}

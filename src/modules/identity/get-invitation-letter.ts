import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import type { Keyring } from "#kit/secrets.ts"
import { makeInvitationToken } from "./invitation.ts"
import type { GivenRole } from "./member-role.ts"
import { invitations } from "./member-tables.ts"
import { accounts, people } from "./tables.ts"

/** What the mail of an invitation has to say. */
export interface InvitationLetter {
  readonly email: string
  readonly language: Language
  readonly role: GivenRole
  /** Null: to work here, not to act for a customer. */
  readonly accountName: string | null
  /** Null: the house itself asked, for a tenant's first operator. */
  readonly inviterName: string | null
  readonly token: string
  readonly sendings: number
  /** Answered before the mail was made: then there is nothing to send. */
  readonly isAnswered: boolean
}

export async function getInvitationLetter(
  ctx: Context,
  keyring: Keyring,
  id: string,
): Promise<InvitationLetter> {
  const [found] = await ctx.db
    .select({ row: invitations, accountName: accounts.name, inviterName: people.name })
    .from(invitations)
    .leftJoin(
      accounts,
      and(eq(accounts.tenantId, invitations.tenantId), eq(accounts.id, invitations.accountId)),
    )
    .leftJoin(people, and(eq(people.tenantId, invitations.tenantId), eq(people.id, invitations.invitedBy)))
    .where(eq(invitations.id, id))
    .limit(1)
  if (!found) throw new Error(`The invitation ${id} is missing.`)
  const { row, accountName, inviterName } = found
  const { email, language, role, sendings } = row
  return {
    email,
    language,
    role,
    accountName,
    inviterName,
    sendings,
    token: makeInvitationToken(keyring, { tenant: ctx.tenant, id, sendings }),
    isAnswered: row.acceptedAt !== null || row.withdrawnAt !== null,
  }
}

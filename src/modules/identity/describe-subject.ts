import { and, eq, inArray, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { DataSubject } from "#kit/personal-data/define.ts"
import { getPerson } from "./get-person.ts"
import { accounts, members } from "./tables.ts"

const MOST_ACCOUNTS = 100

/** Who it is about, as rows may name them. What work was about is known only to the modules that hold it. */
export async function describeSubject(ctx: Context, personId: string): Promise<Omit<DataSubject, "workIds">> {
  const person = await getPerson(ctx, personId)
  const accountIds = await listAccountsAlone(ctx, personId)
  const own = await ctx.db
    .select()
    .from(accounts)
    .where(inArray(accounts.id, accountIds))
    .limit(MOST_ACCOUNTS)
  const emails = [person.email, ...own.map(({ email }) => email)].map((email) => email.toLowerCase())
  const written = own.flatMap((one) => [one.name, one.personName, one.company, one.phone, one.email])
  const texts = [person.name, person.email, person.phone, ...written].filter((text) => text !== null)
  return {
    personId,
    accountIds,
    emails: [...new Set(emails)],
    texts: [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))],
  }
}

/** The accounts whose only member this person is: these come and go with them. */
async function listAccountsAlone(ctx: Context, personId: string): Promise<string[]> {
  const mine = await ctx.db
    .select({ accountId: members.accountId })
    .from(members)
    .where(eq(members.personId, personId))
    .limit(MOST_ACCOUNTS)
  const ids = mine.map(({ accountId }) => accountId)
  const shared = await ctx.db
    .selectDistinct({ accountId: members.accountId })
    .from(members)
    .where(and(inArray(members.accountId, ids), ne(members.personId, personId)))
    .limit(MOST_ACCOUNTS)
  const others = new Set(shared.map(({ accountId }) => accountId))
  const alone = ids.filter((id) => !others.has(id))
  // What was once a second account of theirs, and became part of this one.
  const absorbed = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(inArray(accounts.mergedIntoId, alone))
    .limit(MOST_ACCOUNTS)
  return [...alone, ...absorbed.map(({ id }) => id)]
}

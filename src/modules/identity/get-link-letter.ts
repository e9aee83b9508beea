import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import type { Keyring } from "#kit/secrets.ts"
import { findPerson } from "./find-person.ts"
import { getPerson } from "./get-person.ts"
import { type LinkKind, makeLinkToken } from "./link.ts"
import { links, signUps } from "./sign-in-tables.ts"

/** What a mail with a link has to say, or that there is nobody to say it to. */
export interface LinkLetter {
  readonly kind: LinkKind
  readonly email: string
  readonly language: Language
  readonly token: string
  /** As the person is called here, else as they called themselves. */
  readonly name: string
  readonly isKnown: boolean
  /** They were on the way through checkout. */
  readonly hasOrder: boolean
}

/** Here, and not when the link was asked for, it is looked up whether anybody has the address. */
export async function getLinkLetter(ctx: Context, keyring: Keyring, linkId: string): Promise<LinkLetter> {
  const [found] = await ctx.db
    .select({ link: links, name: signUps.name, accountId: signUps.accountId })
    .from(links)
    .leftJoin(signUps, eq(signUps.id, links.signUpId))
    .where(eq(links.id, linkId))
    .limit(1)
  if (!found) throw new Error(`The link ${linkId} is missing.`)
  const { id, kind, email, language, personId } = found.link
  // Whose address changes: the address itself is nobody's yet, or not theirs any more.
  const asker =
    kind === "change-email" || kind === "keep-email" ? await getPerson(ctx, personId ?? "") : undefined
  const person = await findPerson(ctx, email)
  return {
    kind,
    email,
    language: person?.language ?? language,
    token: makeLinkToken(keyring, { tenant: ctx.tenant, kind, id }),
    name: person?.name ?? greetable(asker?.name ?? null) ?? greetable(found.name) ?? email,
    isKnown: person !== undefined,
    hasOrder: found.accountId !== null,
  }
}

/** A stranger chose this name and we mail it to somebody: what could be an advertisement or a link is left out. */
function greetable(name: string | null): string | undefined {
  return name && name.length <= 60 && !/[/:@<>]|\bwww\.|\.\w{2,}/i.test(name) ? name : undefined
}

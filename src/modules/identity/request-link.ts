import { and, eq, gte } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Language } from "#kit/refusal.ts"
import { linkRequested } from "./events.ts"
import { type LinkKind, linkLives, MOST_LINKS_AN_HOUR } from "./link.ts"
import { links } from "./sign-in-tables.ts"

export interface LinkWish {
  readonly kind: LinkKind
  readonly email: string
  readonly language: Language
  readonly personId?: string
  readonly signUpId?: string
}

/**
 * Writes the link down and has it mailed. Whether anybody has the address is asked later, when the mail is made: here a
 * known and an unknown address are the same statements and the same answer. Undefined when that address has had enough.
 */
export async function requestLink(ctx: Context, wish: LinkWish): Promise<string | undefined> {
  const email = wish.email.trim().toLowerCase()
  const createdAt = ctx.clock.now()
  const recent = await ctx.db.$count(
    links,
    and(
      eq(links.email, email),
      eq(links.kind, wish.kind),
      gte(links.createdAt, createdAt.subtract({ hours: 1 })),
    ),
  )
  if (recent >= MOST_LINKS_AN_HOUR) return undefined
  const id = ctx.newId("lnk")
  await ctx.db.insert(links).values({
    id,
    kind: wish.kind,
    email,
    language: wish.language,
    personId: wish.personId ?? null,
    signUpId: wish.signUpId ?? null,
    createdAt,
    expiresAt: createdAt.add(linkLives[wish.kind]),
  })
  await announce(ctx, linkRequested, { linkId: id })
  return id
}

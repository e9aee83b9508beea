import { createApiKeyFor, listApiKeysOf, revokeApiKeyOf, rotateApiKeyOf } from "#identity"
import { CliRefusal, type Doors } from "./doors.ts"
import { type Output, printTable } from "./output.ts"

export interface KeyWish {
  readonly email: string
  readonly name: string
  readonly scopes: string
  readonly days?: string
  readonly networks?: string
  readonly shop?: string
}

export async function createKey(doors: Doors, output: Output, wish: KeyWish): Promise<void> {
  if (wish.days !== undefined && !/^[1-9]\d{0,2}$/.test(wish.days)) {
    throw new CliRefusal("--days is a whole number from 1 to 999.")
  }
  const { secret } = await doors.inShop(wish.shop, (ctx) =>
    createApiKeyFor(ctx, wish.email, {
      name: wish.name,
      scopes: listOf(wish.scopes),
      kind: doors.config.isProduction ? "live" : "test",
      ...(wish.networks === undefined ? {} : { networks: listOf(wish.networks) }),
      ...(wish.days === undefined ? {} : { expiresInDays: Number(wish.days) }),
    }),
  )
  output.line(secret)
  output.line("It is not shown again.")
}

export interface HolderWish {
  readonly email: string
  readonly shop?: string
}

export async function showApiKeys(doors: Doors, output: Output, wish: HolderWish): Promise<void> {
  const keys = await doors.inShop(wish.shop, (ctx) => listApiKeysOf(ctx, wish.email))
  printTable(
    output,
    ["id", "begins with", "ends", "last used", "name"],
    keys.map((key) => [
      key.id,
      key.start,
      key.revokedAt ? "ended" : (key.expiresAt ?? "never"),
      key.lastUsedAt ?? "never",
      key.name,
    ]),
  )
}

export async function rotateKey(
  doors: Doors,
  output: Output,
  wish: HolderWish & { readonly id: string; readonly overlap: string },
): Promise<void> {
  if (!/^\d{1,3}$/.test(wish.overlap) || Number(wish.overlap) > 168) {
    throw new CliRefusal("--overlap is a whole number of hours from 0 to 168.")
  }
  const kind = doors.config.isProduction ? "live" : "test"
  const rotation = { id: wish.id, overlapHours: Number(wish.overlap), kind } as const
  const { secret } = await doors.inShop(wish.shop, (ctx) => rotateApiKeyOf(ctx, wish.email, rotation))
  output.line(secret)
  output.line("It is not shown again.")
}

export async function revokeKey(
  doors: Doors,
  output: Output,
  wish: HolderWish & { readonly id: string },
): Promise<void> {
  await doors.inShop(wish.shop, (ctx) => revokeApiKeyOf(ctx, wish.email, wish.id))
  output.line("It works no more.")
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
}

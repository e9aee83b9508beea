import { createApiKeyFor } from "#identity"
import { CliRefusal, type Doors } from "./doors.ts"
import type { Output } from "./output.ts"

export interface KeyWish {
  readonly email: string
  readonly name: string
  readonly scopes: string
  readonly days?: string
  readonly shop?: string
}

export async function createKey(doors: Doors, output: Output, wish: KeyWish): Promise<void> {
  if (wish.days !== undefined && !/^[1-9]\d{0,2}$/.test(wish.days)) {
    throw new CliRefusal("--days is a whole number from 1 to 999.")
  }
  const { secret } = await doors.inShop(wish.shop, (ctx) =>
    createApiKeyFor(ctx, wish.email, {
      name: wish.name,
      scopes: wish.scopes.split(",").map((scope) => scope.trim()),
      kind: doors.config.isProduction ? "live" : "test",
      ...(wish.days === undefined ? {} : { expiresInDays: Number(wish.days) }),
    }),
  )
  output.line(secret)
  output.line("It is not shown again.")
}

import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"

/** What later modules lend to this one, in the context of the tenant it is about. */
export interface TenantMeans {
  /** Asks the first operator by mail. */
  inviteOperator(
    ctx: Context,
    wish: { readonly email: string; readonly language: Language },
  ): Promise<{ id: string }>
  count(ctx: Context): Promise<TenantCounts>
}

export interface TenantCounts {
  readonly staff: number
  readonly accounts: number
  readonly services: number
}

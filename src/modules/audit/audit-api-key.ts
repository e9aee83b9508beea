import type { Context } from "#kit/context.ts"
import { recordAudit } from "./record-audit.ts"

export interface ApiKeyFact {
  readonly apiKeyId: string
  readonly accountId: string | null
  readonly personId: string
  readonly name?: string
  readonly scopes?: readonly string[]
}

/** Identity stands before the audit and only announces; the row names the person who did it, not the house. */
export async function auditApiKey(ctx: Context, act: "created" | "revoked", fact: ApiKeyFact): Promise<void> {
  const { personId, accountId } = fact
  const permissions = new Set<string>()
  const actor = accountId
    ? ({ kind: "customer", personId, accountIds: [accountId], permissions } as const)
    : ({ kind: "staff", personId, permissions } as const)
  await recordAudit(
    { ...ctx, actor },
    {
      act: `identity.api-key-${act}`,
      subjectId: fact.apiKeyId,
      accountId,
      after: act === "created" ? { name: fact.name, scopes: fact.scopes } : { state: "revoked" },
    },
  )
}

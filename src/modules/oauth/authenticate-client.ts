import { and, eq, gt, isNull, or, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashSecret, SECRET_PATTERN } from "./client.ts"
import { oauthRefusals } from "./errors.ts"
import { findClient } from "./find-client.ts"
import type { Client } from "./queries.ts"
import { clientSecrets } from "./tables.ts"

export interface ClientProof {
  readonly clientId: string
  readonly secret?: string | undefined
}

/** A confidential client by its secret, a public one by its name alone: what protects that one is PKCE. */
export async function authenticateClient(ctx: Context, proof: ClientProof): Promise<Client> {
  const client = await findClient(ctx, proof.clientId)
  if (!client) return oauthRefusals.refuse("oauth.invalid_client", {}, { because: "no such client" })
  if (client.kind === "public") {
    if (proof.secret === undefined) return client
    return oauthRefusals.refuse("oauth.invalid_client", {}, { because: "a public client with a secret" })
  }
  if (!SECRET_PATTERN.test(proof.secret ?? "")) {
    return oauthRefusals.refuse("oauth.invalid_client", {}, { because: "no secret of ours" })
  }
  const now = ctx.clock.now().toString()
  const [secret] = await ctx.db
    .select({ id: clientSecrets.id })
    .from(clientSecrets)
    .where(
      and(
        eq(clientSecrets.hash, hashSecret(proof.secret ?? "")),
        eq(clientSecrets.clientId, client.id),
        or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, sql`${now}::timestamptz`)),
      ),
    )
    .limit(1)
  return secret ? client : oauthRefusals.refuse("oauth.invalid_client", {}, { because: "a wrong secret" })
}

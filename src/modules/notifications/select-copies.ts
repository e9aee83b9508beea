import { type SQL, sql } from "drizzle-orm"
import type { MessageKind } from "./message.ts"
import { rolesFor } from "./preference.ts"
import { preferences } from "./tables.ts"

/** A member of the account who wants such mails too. */
export interface WantedCopy {
  readonly personId: string
  readonly name: string
  readonly address: string
}

interface Sent {
  readonly template: { readonly kind: MessageKind | null }
  readonly to: { readonly address: string }
  readonly accountId?: string
  readonly alsoTo?: readonly string[]
}

/** A team is tens of people; as many as get one mail each. */
const MOST_COPIES = 20

/** Said along with the insert, so that asking costs no statement. The role counts as it is now, not when it was chosen. */
export function selectCopies({ template: { kind }, to, accountId, alsoTo = [] }: Sent): SQL<WantedCopy[]> {
  if (accountId === undefined || (kind !== "billing" && kind !== "service")) return sql`'[]'::json`
  const sentTo = [to.address, ...alsoTo].map((address) => address.toLowerCase())
  return sql`coalesce((select json_agg(json_build_object('personId', id, 'name', name, 'address', email))
    from (select h.id, h.name, h.email from ${preferences} p
      join identity.members m on m.tenant_id = p.tenant_id and m.account_id = p.account_id and m.person_id = p.person_id
      join identity.people h on h.tenant_id = p.tenant_id and h.id = p.person_id
      where p.account_id = ${accountId} and p.kind = ${kind} and p.channel = 'mail' and p.is_on
      and m.role = any(${sql.param([...rolesFor(kind)])}::text[]) and h.erased_at is null
      and not lower(h.email) = any(${sql.param(sentTo)}::text[]) order by h.id limit ${MOST_COPIES}) wanted), '[]'::json)`
}

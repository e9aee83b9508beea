import { type SQL, sql } from "drizzle-orm"
import { euCountries } from "#identity"
import { sellsFrom } from "#tenancy"
import { loyaltyPolicies } from "./loyalty-tables.ts"
import { paymentRequests } from "./tables.ts"
import { UNPAID_AFTER } from "./unpaid.ts"

/** Some order has been left unpaid for so long that it is withdrawn. */
export function anyUnpaid(day: Temporal.PlainDate): SQL {
  return sql`exists (select from ${paymentRequests} where state = 'open'
    and made_for not in ('renewal', 'manual') and due_on < ${day.subtract(UNPAID_AFTER).toString()}::date)`
}

/** The seller is in the EU, and consumers in other member states may be taxed there. */
export function anyEuSeller(): SQL {
  return sellsFrom(euCountries)
}

/** This shop gives something to those who stay. */
export function anyLoyaltyPolicy(): SQL {
  return sql`exists (select from ${loyaltyPolicies})`
}

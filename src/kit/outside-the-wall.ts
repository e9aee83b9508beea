/**
 * The only tables without a tenant of their own, each with its reason. A name may be a whole schema ("dbos.*").
 * Everything that is not here has to stand behind the wall: the proof reads the database's own catalogue.
 */
export const tablesOutsideTheWall: Readonly<Record<string, string>> = {
  "tenancy.tenants": "the registry says which tenants there are",
  "tenancy.domains": "a host name is all that a request has before its tenant is known",
  "kit.clock_offsets": "one clock for the whole company: every tenant's sweeps run by it",
  "work.executors": "processes belong to no tenant and must see each other's silence; no business data",
  "work.queues": "a queue is an outside server or an urgency that every worker serves; names and limits only",
  "sandbox.*": "the stand-ins' own books, as foreign to us as the real providers'; never there in production",
  "dbos.*": "the workflow library's own books: ids only go in, and it knows no tenants",
  "drizzle.*": "which migrations ran",
}

/** Functions that run with the rights of their owner, each with what keeps it inside one tenant. */
export const definerFunctions: Readonly<Record<string, string>> = {
  "customers.matches":
    "reads the tenant from the connection, as the wall does, and compares it in every part of its union",
  "audit.forget":
    "takes a forgotten person out of rows of the tenant that the connection is bound to; gives out their number",
  "events.counts": "gives out numbers per state, for the metrics",
  "events.due_deliveries":
    "gives out ids of events whose reactions are due; each is then played inside its tenant",
  "events.next_due": "gives out one moment, no row",
  "events.undispatched": "gives out ids of events; each is then read inside its tenant",
  "payments.tenant_of_endpoint": "gives out whose endpoint an id is: all that a webhook's address says",
  "work.counts": "gives out numbers per queue and state, for the metrics",
  "work.due_operations": "gives out ids of operations that may go on; each is then played inside its tenant",
  "work.lost_operations": "gives out ids of operations whose worker fell silent",
  "work.next_due": "gives out one moment, no row",
  "work.playable_operations": "gives out ids of operations that wait for a worker",
}

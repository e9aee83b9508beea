/**
 * The only tables without a tenant of their own, each with its reason. A name may be a whole schema ("dbos.*").
 * Everything that is not here has to stand behind the wall: the proof reads the database's own catalogue.
 */
export const tablesOutsideTheWall: Readonly<Record<string, string>> = {
  "tenancy.tenants": "the registry says which tenants there are",
  "tenancy.domains": "a host name is all that a request has before its tenant is known",
}

/** Functions that run with the rights of their owner, each with what keeps it inside one tenant. */
export const definerFunctions: Readonly<Record<string, string>> = {}

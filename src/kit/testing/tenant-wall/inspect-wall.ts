import type { Catalogue, Definer, ForeignKey, Table } from "./catalogue.ts"

export interface WallFault {
  readonly rule: string
  readonly where: string
  readonly words: string
}

export interface WallExceptions {
  readonly tables: Readonly<Record<string, string>>
  readonly definers: Readonly<Record<string, string>>
}

/** What the catalogue shows to be missing from the wall. Pure: tries nothing. */
export function inspectWall(catalogue: Catalogue, exceptions: WallExceptions): WallFault[] {
  const walled = walledTables(catalogue, exceptions)
  return [
    ...walled.flatMap((table) => [
      ...inspectKeys(table),
      ...inspectPolicies(table),
      ...inspectForeignKeys(table, walled),
      ...inspectRights(table, catalogue),
    ]),
    ...inspectAppRole(catalogue),
    ...inspectViews(catalogue, exceptions),
    ...inspectDefiners(catalogue.definers, exceptions),
    ...inspectSchemas(catalogue, exceptions),
    ...inspectExceptions(catalogue, exceptions),
  ]
}

export function walledTables(catalogue: Catalogue, exceptions: WallExceptions): Table[] {
  return catalogue.tables.filter((table) => !isOutside(table.name, exceptions))
}

function isOutside(name: string, exceptions: WallExceptions): boolean {
  return name in exceptions.tables || `${name.split(".")[0]}.*` in exceptions.tables
}

function inspectKeys(table: Table): WallFault[] {
  const faults: WallFault[] = []
  if (table.primaryKey[0] !== "tenant_id") {
    faults.push(
      fault("tenant-leads-the-key", table.name, "tenant_id is not the first column of the primary key."),
    )
  }
  for (const key of table.uniqueKeys) {
    if (!key.columns.includes("tenant_id")) {
      const words = `${key.name} is unique over all tenants: one could learn what another has.`
      faults.push(fault("unique-per-tenant", table.name, words))
    }
  }
  return faults
}

/** As PostgreSQL prints what tenantTable() writes. */
const OWN_TENANT = "(tenant_id = NULLIF(current_setting('app.tenant_id'::text, true), ''::text))"

function inspectPolicies(table: Table): WallFault[] {
  const faults: WallFault[] = []
  if (!table.rlsEnabled) {
    faults.push(
      fault("row-level-security", table.name, "Row-level security is off: the policies do nothing."),
    )
  }
  const walls = table.policies.filter((policy) => policy.isPermissive)
  if (!walls.some((policy) => policy.command === "*" && policy.roles.includes("hostwell_app"))) {
    faults.push(
      fault("wall-policy", table.name, "There is no policy for hostwell_app that covers every command."),
    )
  }
  for (const policy of walls) {
    const withCheck = policy.withCheck ?? policy.using
    const isWall = (policy.using ?? withCheck) === OWN_TENANT && withCheck === OWN_TENANT
    if (!isWall) {
      const words = `The policy ${policy.name} lets in more than the own tenant: ${policy.using} / ${policy.withCheck}.`
      faults.push(fault("wall-policy", table.name, words))
    }
  }
  return faults
}

function inspectForeignKeys(table: Table, walled: readonly Table[]): WallFault[] {
  const faults = table.foreignKeys.flatMap((key): WallFault[] => {
    if (!walled.some((target) => target.name === key.target) || carriesTenant(key)) return []
    const words = `${key.name} points at ${key.target} without the tenant: a row could reach over the wall.`
    return [fault("foreign-keys-carry-the-tenant", table.name, words)]
  })
  for (const key of table.foreignKeys) {
    if (key.emptied.includes("tenant_id")) {
      const words = `${key.name} would empty tenant_id on delete: name the columns in ON DELETE SET NULL (…).`
      faults.push(fault("foreign-keys-keep-the-tenant", table.name, words))
    }
  }
  return faults
}

function carriesTenant(key: ForeignKey): boolean {
  const at = key.columns.indexOf("tenant_id")
  return at >= 0 && key.targetColumns[at] === "tenant_id"
}

function inspectRights(table: Table, catalogue: Catalogue): WallFault[] {
  const faults: WallFault[] = []
  if (catalogue.appRoles.some((role) => role.name === table.owner)) {
    faults.push(
      fault("app-owns-nothing", table.name, `It belongs to ${table.owner}, and owners pass the wall.`),
    )
  }
  for (const right of ["TRUNCATE", "TRIGGER"]) {
    if (table.appPrivileges.includes(right)) {
      faults.push(fault("app-rights", table.name, `hostwell_app may ${right}, which no policy holds back.`))
    }
  }
  return faults
}

function inspectAppRole(catalogue: Catalogue): WallFault[] {
  const faults = catalogue.appRoles
    .filter((role) => role.isSuper || role.bypassesRls)
    .map((role) =>
      fault("app-bypasses-nothing", role.name, "hostwell_app is or can become it, and it passes every wall."),
    )
  return catalogue.appRoles.length === 0
    ? [...faults, fault("app-bypasses-nothing", "hostwell_app", "There is no such role.")]
    : faults
}

function inspectViews(catalogue: Catalogue, exceptions: WallExceptions): WallFault[] {
  return catalogue.views
    .filter((view) => !isOutside(view.name, exceptions))
    .flatMap((view): WallFault[] => {
      if (view.isMaterialized) {
        if (!view.appMayRead) return []
        return [fault("views-ask-as-the-reader", view.name, "A materialized view has no row-level security.")]
      }
      const asks = view.options.some((option) => /^security_invoker=(true|on|1)$/.test(option))
      if (asks) return []
      return [
        fault(
          "views-ask-as-the-reader",
          view.name,
          "It reads with its owner's rights: add security_invoker.",
        ),
      ]
    })
}

function inspectDefiners(definers: readonly Definer[], exceptions: WallExceptions): WallFault[] {
  const ours = definers.filter((definer) => !isOutside(definer.name, exceptions))
  return ours.flatMap((definer): WallFault[] => {
    const faults: WallFault[] = []
    if (!(definer.name in exceptions.definers)) {
      const words = "It runs with its owner's rights and nobody has said what keeps it inside one tenant."
      faults.push(fault("definers-are-listed", definer.name, words))
    }
    if (!definer.settings.some((setting) => setting.startsWith("search_path="))) {
      const words = "It runs with its owner's rights and the caller's search_path: pin it."
      faults.push(fault("definers-pin-their-path", definer.name, words))
    }
    return faults
  })
}

function inspectSchemas(catalogue: Catalogue, exceptions: WallExceptions): WallFault[] {
  const enums = catalogue.enums
    .filter((name) => !isOutside(name, exceptions))
    .map((name) =>
      fault("no-enums", name, "Its operators aren't leakproof, so the wall would cost the index."),
    )
  const open = catalogue.schemas
    .filter((schema) => schema.appMayCreate && !(`${schema.name}.*` in exceptions.tables))
    .map((schema) =>
      fault("app-rights", schema.name, "hostwell_app may create tables here, and would own them."),
    )
  return [...enums, ...open]
}

/** An exemption that fits nothing any more hides the next table of that name. */
function inspectExceptions(catalogue: Catalogue, exceptions: WallExceptions): WallFault[] {
  const names = catalogue.tables.map((table) => table.name)
  const stale = Object.keys(exceptions.tables).filter((name) =>
    name.endsWith(".*") ? !names.some((one) => one.startsWith(name.slice(0, -1))) : !names.includes(name),
  )
  const definers = catalogue.definers.map((definer) => definer.name)
  const unused = Object.keys(exceptions.definers).filter((name) => !definers.includes(name))
  return [...stale, ...unused].map((name) =>
    fault("exemptions-are-needed", name, "This exemption fits nothing: take it out."),
  )
}

function fault(rule: string, where: string, words: string): WallFault {
  return { rule, where, words }
}

import pg from "pg"
import { askInvariants, type CheckedInvariant } from "./check-invariants.ts"

export interface Finding {
  readonly check: string
  /** What it promises, or what was found instead. */
  readonly words: string
  readonly state: "well" | "ill" | "skipped"
}

export interface DoctorOptions {
  /** As the owner: an invariant looks at all tenants at once. */
  readonly ownerUrl: string
  readonly invariantsDirectory?: string
}

const MOST_SHOWN = 5

/** The promises of the house, asked of the database itself: each invariant is a query that should find nothing. */
export async function examine(options: DoctorOptions): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: "hostwell doctor" })
  await client.connect()
  try {
    await client.query("begin read only")
    const findings = [await checkVersion(client), await checkRole(client), await checkWalls(client)]
    await client.query("rollback")
    const directory = options.invariantsDirectory
    const checked = await askInvariants(client, directory === undefined ? {} : { directory })
    return [...findings, ...checked.map(describeInvariant)]
  } finally {
    await client.end()
  }
}

async function checkVersion(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  )
  const major = Math.floor(Number(found.rows[0]?.version) / 10_000)
  return finding("PostgreSQL", major >= 18, `version ${major}`, `version ${major}; it must be 18 or later`)
}

async function checkRole(client: pg.Client): Promise<Finding> {
  const found = await client.query(
    "select 1 from pg_roles where rolname = 'hostwell_app' and not rolsuper and not rolbypassrls",
  )
  const ill = "hostwell_app is missing, or may pass the tenant wall"
  return finding("program's role", found.rowCount === 1, "bound by the tenant wall", ill)
}

/** Tables that say whose row it is, but let everyone read it. */
async function checkWalls(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ name: string }>(`
    select format('%I.%I', namespace.nspname, class.relname) as name
    from pg_class class
    join pg_namespace namespace on namespace.oid = class.relnamespace
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attname = 'tenant_id'
    where class.relkind in ('r', 'p') and not class.relrowsecurity
      and namespace.nspname not in ('tenancy', 'sandbox', 'dbos') and namespace.nspname !~ '^pg_'
    order by 1`)
  const names = found.rows.map((row) => row.name)
  return finding(
    "tenant wall",
    names.length === 0,
    "stands around every table",
    `missing at ${names.join(", ")}`,
  )
}

function describeInvariant({ name: check, promise, violations, isSkipped }: CheckedInvariant): Finding {
  // The stand-ins' books exist in a sandbox only: there is nothing to compare with elsewhere.
  if (isSkipped) return { check, state: "skipped", words: `${promise} (no stand-ins here)` }
  const shown = violations.slice(0, MOST_SHOWN).map((row) => Object.values(row).join(" "))
  const more = violations.length > MOST_SHOWN ? [`and ${violations.length - MOST_SHOWN} more`] : []
  return finding(check, violations.length === 0, promise, [promise, ...shown, ...more].join("\n    "))
}

function finding(check: string, isWell: boolean, well: string, ill: string): Finding {
  return isWell ? { check, state: "well", words: well } : { check, state: "ill", words: ill }
}

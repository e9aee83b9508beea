import { asc, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings, listRegisteredHosts } from "#tenancy"
import type { hostShape } from "./contract.ts"
import { hostsRefusals } from "./errors.ts"
import { proofRecordOf, showHostName } from "./host-name.ts"
import { hostNames } from "./tables.ts"

export type HostView = z.infer<typeof hostShape>
export type HostRow = typeof hostNames.$inferSelect

export const MOST_HOSTS = 50

/** The shop's own: whoever's reach is not all of it sees none. The first name comes first. */
export async function listHosts(ctx: Context, reach: Reach, landing: string): Promise<HostView[]> {
  if (reach.kind !== "all") return []
  const facts = await loadFacts(ctx)
  const rows = await ctx.db.select().from(hostNames).orderBy(asc(hostNames.createdAt)).limit(MOST_HOSTS)
  // Numbers of the machine itself are nobody's names.
  const given = facts.registered.filter(
    (host) => /[a-z]$/.test(host) && !rows.some((row) => row.host === host),
  )
  const views = [
    ...given.map((host) => describeGiven(host, facts.primary)),
    ...rows.map((row) => describeHost(row, facts, landing)),
  ]
  return [...views.filter(({ isPrimary }) => isPrimary), ...views.filter(({ isPrimary }) => !isPrimary)]
}

/** By its id, or by the name itself where it came with the shop. */
export async function getHost(ctx: Context, reach: Reach, id: string, landing: string): Promise<HostView> {
  const found = (await listHosts(ctx, reach, landing)).find((one) => one.id === id)
  return found ?? hostsRefusals.refuse("hosts.host_missing", { id })
}

export async function lockHost(ctx: Context, reach: Reach, id: string): Promise<HostRow> {
  const [row] =
    reach.kind === "all"
      ? await ctx.db.select().from(hostNames).where(eq(hostNames.id, id)).for("update")
      : []
  if (row) return row
  const isGiven = (await loadFacts(ctx)).registered.includes(id)
  return hostsRefusals.refuse(isGiven ? "hosts.host_given" : "hosts.host_missing", { id })
}

interface Facts {
  readonly registered: readonly string[]
  readonly primary: string
}

async function loadFacts(ctx: Context): Promise<Facts> {
  const { publicUrl } = await getSettings(ctx)
  return { registered: await listRegisteredHosts(ctx), primary: new URL(publicUrl).hostname }
}

function describeGiven(host: string, primary: string): HostView {
  return {
    id: host,
    host,
    name: showHostName(host),
    state: "given",
    isPrimary: host === primary,
    isServed: true,
    records: [],
    found: [],
    trouble: null,
    isChecking: false,
    checkedAt: null,
    missingSince: null,
  }
}

function describeHost(row: HostRow, { registered, primary }: Facts, landing: string): HostView {
  const { id, host, state, finding, checkedAt } = row
  const proof = proofRecordOf(host, row.token)
  const leadsHere = finding?.leads === "here"
  return {
    id,
    host,
    name: showHostName(host),
    state,
    isPrimary: host === primary,
    isServed: registered.includes(host),
    records: [
      { type: "TXT", ...proof, isFound: finding?.isProved === true },
      { type: "CNAME", name: host, value: landing, isFound: leadsHere },
    ],
    found: finding ? [...finding.texts, ...(leadsHere ? [] : finding.targets)] : [],
    trouble: finding?.trouble ?? null,
    isChecking: checkedAt === null || Temporal.Instant.compare(row.lookAskedAt, checkedAt) > 0,
    checkedAt: checkedAt?.toString() ?? null,
    missingSince: row.missingSince?.toString() ?? null,
  }
}

import { randomBytes } from "node:crypto"
import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { isHostRegistered } from "#tenancy"
import { hostsRefusals } from "./errors.ts"
import { isReservedName, readHostName } from "./host-name.ts"
import { MOST_HOSTS } from "./queries.ts"
import { hostNames } from "./tables.ts"
import { lookAtHostHead } from "./work-heads.ts"

export interface HostWish {
  /** As somebody wrote it. */
  readonly host: string
  /** Names that only this machine knows: only where the sandbox stands in. */
  readonly allowReserved: boolean
}

/** A name that somebody says is theirs. It leads nowhere before its record was found. */
export async function addHost(ctx: Context, wish: HostWish): Promise<string> {
  const field = "host"
  const host = readHostName(wish.host)
  if (!host) return hostsRefusals.refuse("hosts.host_invalid", { text: wish.host.slice(0, 60) }, { field })
  if (isReservedName(host) && !wish.allowReserved) {
    hostsRefusals.refuse("hosts.host_reserved", { host }, { field })
  }
  if ((await ctx.db.$count(hostNames, eq(hostNames.host, host))) > 0) {
    hostsRefusals.refuse("hosts.host_known", { host }, { field })
  }
  if (await isHostRegistered(ctx, host)) hostsRefusals.refuse("hosts.host_taken", { host }, { field })
  if ((await ctx.db.$count(hostNames)) >= MOST_HOSTS) {
    hostsRefusals.refuse("hosts.too_many_hosts", { most: MOST_HOSTS }, { field })
  }
  const id = ctx.newId("hst")
  const now = ctx.clock.now()
  const written = await ctx.db
    .insert(hostNames)
    .values({
      id,
      host,
      token: randomBytes(20).toString("hex"),
      state: "pending",
      createdAt: now,
      askedAt: now,
      lookAskedAt: now,
    })
    // Somebody else of the shop was faster by a moment.
    .onConflictDoNothing()
    .returning({ id: hostNames.id })
  if (written.length === 0) hostsRefusals.refuse("hosts.host_known", { host }, { field })
  await startWork(ctx, lookAtHostHead, { hostId: id })
  await recordAudit(ctx, { act: "hosts.added", subjectId: id, after: { host } })
  return id
}

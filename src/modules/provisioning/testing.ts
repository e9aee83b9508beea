import { sql } from "drizzle-orm"
import { createOutside } from "#kit/outside/outside.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { PANEL_TOKEN, SERVERS_ONLY_TOKEN, servePanel } from "#sandbox/virtfusion-testing.ts"
import type { Bench, BenchCall, FakeBuild } from "./drivers/conformance.ts"
import { virtfusion } from "./drivers/virtfusion.ts"
import { createPanelHttp } from "./panel-http.ts"

export { type Bench } from "./drivers/conformance.ts"
export { conformanceCases } from "./drivers/conformance-cases.ts"

const meaning = {
  user: "users.create",
  room: "servers.create.dry-run",
  make: "servers.create",
  find: "servers.list-of-user",
  build: "servers.build",
  read: "servers.get",
  suspend: "servers.suspend",
  delete: "servers.delete",
  backups: "backups.list",
  list: "servers.list",
  link: "users.server-sign-on",
} as const satisfies Record<BenchCall, string>

const tokens = { right: PANEL_TOKEN, wrong: "no-such-token", limited: SERVERS_ONLY_TOKEN }

/** VirtFusion's bench: its stand-in on a real local port, the books in the given database, time that stands still. */
export async function openVirtfusionBench(at: TestDatabase): Promise<Bench & { close(): Promise<void> }> {
  const panel = await servePanel({ database: at.database, clock: at.clock })
  const outside = createOutside({
    userAgent: "Hostwell tests",
    random: () => 0.5,
    pause: () => Promise.resolve(),
    monotonic: () => at.clock.now().epochMilliseconds,
  })
  const across = at.database.transactAcrossTenants
  let relation = 40_000
  return {
    name: virtfusion.name,
    steps: virtfusion.createSteps,
    connect: ({ timeoutMs = 10_000, credentials = "right" } = {}) =>
      virtfusion.connect(
        { id: "pnl_bench", panelUrl: panel.url, credentials: { token: tokens[credentials] } },
        createPanelHttp(outside, { name: "bench", baseUrl: panel.url, allowPrivate: true, timeoutMs }),
      ),
    spoil: (call, fault, options = {}) => panel.fault(meaning[call], fault, options),
    machines: async () =>
      (await panel.books()).servers.map((server) => ({
        remoteId: String(server.id),
        name: server.name,
        hostname: server.hostname,
        suspended: server.suspended,
        builds: server.buildCount,
      })),
    addStrangers: (count) => across((db) => db.execute(strangers(count))).then(() => {}),
    addTwin: (build) => across((db) => db.execute(twin(build, at.clock.now()))).then(() => {}),
    opens: async (remoteId, password) => {
      const found = await across((db) =>
        db.execute(
          sql`select 1 from sandbox.virtfusion_servers where id::text = ${remoteId} and root_password = ${password}`,
        ),
      )
      return found.rows.length === 1
    },
    passTime: (seconds) => at.clock.advance({ seconds }),
    now: () => at.clock.now(),
    buildTakes: (buildSeconds) => panel.settings({ buildSeconds }),
    suspendByHand: (remoteId) =>
      across((db) =>
        db.execute(sql`update sandbox.virtfusion_servers set suspended = true where id::text = ${remoteId}`),
      ).then(() => {}),
    restart: () => panel.restart(),
    newOrder: (change = {}) => {
      relation += 1
      return describeOrder(at.newId("svc"), relation, change)
    },
    reset: async () => {
      await panel.clearFaults()
      await panel.settings({ buildSeconds: 20 })
      await across((db) => db.execute(sql`delete from sandbox.virtfusion_servers`))
    },
    close: async () => {
      await panel.close()
      await outside.close()
    },
  }
}

function describeOrder(
  serviceId: string,
  relation: number,
  change: NonNullable<Parameters<Bench["newOrder"]>[0]>,
): ReturnType<Bench["newOrder"]> {
  const { hostname = "vm1.example.com", ownerName = "Mina Park", ownerEmail } = change
  return {
    serviceId,
    hostname,
    packageId: 8,
    groupId: 3,
    templateId: 41,
    resources: { cpuCores: 2, memoryMb: 4096, storageGb: 80, trafficGb: 4000, ipv4: 1 },
    owner: {
      relation,
      name: ownerName,
      email: ownerEmail ?? `owner-${relation}@example.com`,
      language: "en",
    },
  }
}

function strangers(count: number) {
  return sql`
    with somebody as (
      insert into sandbox.virtfusion_users (name, email, password, self_service, suspended, created_at, updated_at)
      values ('Somebody', gen_random_uuid() || '@example.com', 'x', 0, false, now(), now()) returning id)
    insert into sandbox.virtfusion_servers (uuid, user_id, group_id, hypervisor_id, package_id, name, memory,
      cpu_cores, storage, traffic, ipv4, created_at, updated_at)
    select gen_random_uuid(), somebody.id, 3, 31, 8, 'stranger-' || number, 4096, 2, 80, 4000, '[]', now(), now()
    from somebody, generate_series(1, ${count}::int) as number`
}

/** A machine of the same owner and size, made in the panel by hand at the same moment. */
function twin(build: FakeBuild, now: Temporal.Instant) {
  const { resources } = build.order
  return sql`
    insert into sandbox.virtfusion_servers (uuid, user_id, group_id, hypervisor_id, package_id, name, memory,
      cpu_cores, storage, traffic, ipv4, created_at, updated_at)
    values (gen_random_uuid(), ${build.notes.remoteUserId}::int, 3, 31, 8, 'twin', ${resources.memoryMb},
      ${resources.cpuCores}, ${resources.storageGb}, ${resources.trafficGb}, '[]', ${now.toString()}, ${now.toString()})`
}

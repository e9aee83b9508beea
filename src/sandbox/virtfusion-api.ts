import { eq } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { type Answer, missing, ok, paginate, refused } from "./virtfusion-answers.ts"
import {
  describePackage,
  describeTemplates,
  findGroup,
  findPackage,
  groups,
  packages,
} from "./virtfusion-catalog.ts"
import * as servers from "./virtfusion-servers.ts"
import {
  describeBackups,
  describeInList,
  describeServer,
  describeUser,
  type ServerRow,
  type UserRow,
} from "./virtfusion-shapes.ts"
import { virtfusionQueue } from "./virtfusion-tables.ts"
import * as users from "./virtfusion-users.ts"

type Panel = servers.Panel

/** One call the panel knows: its name (faults and the call list go by it), and what answers it. */
export interface Call {
  readonly kind: string
  readonly method: "get" | "post" | "put" | "delete"
  readonly path: string
  readonly answer: (panel: Panel, c: HonoContext, asked: Asked) => Promise<Answer> | Answer
}

export interface Asked {
  readonly body: Record<string, unknown>
  readonly fault: string | undefined
  readonly faultDelayMs: number
}

const number = (c: HonoContext, name: string): number => Number(c.req.param(name))

const onServer =
  (
    body: (
      panel: Panel,
      found: { server: ServerRow; owner: UserRow },
      c: HonoContext,
      asked: Asked,
    ) => Promise<Answer> | Answer,
  ) =>
  async (panel: Panel, c: HonoContext, asked: Asked): Promise<Answer> => {
    const found = await servers.findServer(panel, number(c, "id"))
    return found ? body(panel, found, c, asked) : missing("server")
  }

const onUser =
  (body: (panel: Panel, user: UserRow, c: HonoContext) => Promise<Answer>) =>
  async (panel: Panel, c: HonoContext): Promise<Answer> => {
    const user = await users.findByRelation(panel, number(c, "relation"))
    return user ? body(panel, user, c) : missing("ext_relation_id")
  }

/** Whatever the path names, in the order Hono tries them: fixed words before parameters. */
export const calls: readonly Call[] = [
  { kind: "connect", method: "get", path: "/connect", answer: () => ok({ connected: true }) },
  {
    kind: "packages.list",
    method: "get",
    path: "/packages",
    answer: (_, c) => paginate(c, packages.map(describePackage)),
  },
  {
    kind: "packages.get",
    method: "get",
    path: "/packages/:id",
    answer: (_, c) => {
      const found = findPackage(number(c, "id"))
      return found ? ok(describePackage(found)) : missing("package")
    },
  },
  {
    kind: "templates.list",
    method: "get",
    path: "/media/templates/fromServerPackageSpec/:id",
    answer: () => ok(describeTemplates()),
  },
  {
    kind: "groups.list",
    method: "get",
    path: "/compute/hypervisors/groups",
    answer: (_, c) =>
      paginate(
        c,
        groups.map(({ id, name }) => ({ id, name, enabled: true })),
      ),
  },
  {
    kind: "groups.resources",
    method: "get",
    path: "/compute/hypervisors/groups/:id/resources",
    answer: readResources,
  },
  {
    kind: "users.get",
    method: "get",
    path: "/users/:relation/byExtRelation",
    answer: (panel, c) => users.readByRelation(panel, number(c, "relation")),
  },
  {
    kind: "users.create",
    method: "post",
    path: "/users",
    answer: (panel, _, { body }) => users.createUser(panel, body),
  },
  {
    kind: "users.sign-on",
    method: "post",
    path: "/users/:relation/authenticationTokens",
    answer: onUser((panel, user) => users.createSignOn(panel, user)),
  },
  {
    kind: "users.server-sign-on",
    method: "post",
    path: "/users/:relation/serverAuthenticationTokens/:id",
    answer: onUser(async (panel, user, c) => {
      const found = await servers.findServer(panel, number(c, "id"))
      if (!found || found.owner.id !== user.id) return missing("server")
      return users.createSignOn(panel, user, found.server)
    }),
  },
  {
    kind: "servers.create",
    method: "post",
    path: "/servers",
    answer: (panel, c, { body }) => servers.allocate(panel, body, c.req.query("dryRun") === "true"),
  },
  {
    kind: "servers.list",
    method: "get",
    path: "/servers",
    answer: async (panel, c) => {
      const all = await servers.listServers(panel)
      return paginate(
        c,
        all.map(({ server }) => describeInList(server, panel.now)),
      )
    },
  },
  {
    kind: "servers.list-of-user",
    method: "get",
    path: "/servers/user/:id",
    answer: async (panel, c) => {
      const all = await servers.listServers(panel, number(c, "id"))
      return paginate(
        c,
        all.map(({ server, owner }) => describeServer(server, owner, panel.now)),
      )
    },
  },
  {
    kind: "servers.get",
    method: "get",
    path: "/servers/:id",
    answer: onServer((panel, { server, owner }) => ok(describeServer(server, owner, panel.now))),
  },
  {
    kind: "servers.templates",
    method: "get",
    path: "/servers/:id/templates",
    answer: onServer(() => ok(describeTemplates())),
  },
  {
    kind: "servers.build",
    method: "post",
    path: "/servers/:id/build",
    answer: onServer((panel, { server, owner }, _, { body, fault }) =>
      servers.build(panel, server, owner, body, fault === "build_fails"),
    ),
  },
  {
    kind: "servers.suspend",
    method: "post",
    path: "/servers/:id/suspend",
    answer: onServer((panel, { server }) => servers.setSuspended(panel, server, true)),
  },
  {
    kind: "servers.unsuspend",
    method: "post",
    path: "/servers/:id/unsuspend",
    answer: onServer((panel, { server }) => servers.setSuspended(panel, server, false)),
  },
  {
    kind: "servers.change-package",
    method: "put",
    path: "/servers/:id/package/:packageId",
    answer: onServer((panel, { server }, c, { body }) =>
      servers.changePackage(panel, server, number(c, "packageId"), body),
    ),
  },
  {
    kind: "servers.resize",
    method: "put",
    path: "/servers/:id/modify/:part{memory|cpuCores|traffic}",
    answer: onServer((panel, { server }, c, { body }) =>
      servers.resize(panel, server, c.req.param("part") ?? "", body),
    ),
  },
  {
    kind: "servers.reset-password",
    method: "post",
    path: "/servers/:id/resetPassword",
    answer: onServer((panel, { server }) => servers.resetPassword(panel, server)),
  },
  {
    kind: "servers.power",
    method: "post",
    path: "/servers/:id/power/:action{boot|shutdown|restart|poweroff}",
    answer: onServer((panel, { server }, c) => servers.power(panel, server, c.req.param("action") ?? "")),
  },
  {
    kind: "backups.list",
    method: "get",
    path: "/backups/server/:id",
    answer: onServer((panel, { server }, _, { fault }) =>
      ok(fault === "no_backups" ? [] : describeBackups(server, panel.now)),
    ),
  },
  {
    kind: "servers.delete",
    method: "delete",
    path: "/servers/:id",
    answer: onServer((panel, { server }, c, { fault, faultDelayMs }) => {
      const minutes = Number(c.req.query("delay") ?? 0)
      if (!(minutes >= 0 && minutes <= 43_800)) return refused("The delay must be between 0 and 43800.")
      const lingers = fault === "delete_lingers" ? Math.ceil(faultDelayMs / 1000) : 0
      return servers.remove(panel, server, minutes * 60 + lingers)
    }),
  },
  { kind: "queue.get", method: "get", path: "/queue/:id", answer: readQueue },
  {
    kind: "users.get-by-id",
    method: "get",
    path: "/users/:id",
    answer: async (panel, c) => {
      const user = await servers.findUser(panel, number(c, "id"))
      return user ? ok(describeUser(user)) : missing("user")
    },
  },
]

/** The routes alone; virtfusion.ts puts the token check, the books and the faults around them. */
export function createApi(handle: (call: Call, c: HonoContext) => Promise<Response>): Hono {
  const api = new Hono()
  for (const call of calls) api.on(call.method, call.path, (c) => handle(call, c))
  // What a wrong path answers on the real panel: a web page of the framework, without "msg".
  api.notFound((c) => c.html("<!doctype html><title>Not Found</title>", 404))
  return api
}

async function readResources(panel: Panel, c: HonoContext): Promise<Answer> {
  const group = findGroup(number(c, "id"))
  if (!group) return missing("hypervisor group")
  const { serversPerGroup } = await servers.readSettings(panel)
  const used = await servers.countInGroup(panel, group.id)
  const free = Math.max(0, serversPerGroup - used)
  const unlimited = { max: 0, allocated: 0, free: 0, percent: 0 }
  const row = {
    hypervisor: {
      id: group.hypervisorId,
      name: group.name,
      enabled: true,
      prohibit: false,
      accept: true,
      commissioned: true,
    },
    resources: {
      servers: { units: "#", max: serversPerGroup, allocated: used, free, percent: 0 },
      memory: { units: "MB", ...unlimited },
      cpuCores: { units: "#", ...unlimited },
      localStorage: { units: "GB", ...unlimited },
    },
    otherStorage: [],
    network: { total: { ipv4: { free: 4 * free } } },
  }
  return ok([row])
}

async function readQueue(panel: Panel, c: HonoContext): Promise<Answer> {
  const id = number(c, "id")
  const [row] = Number.isSafeInteger(id)
    ? await panel.db.select().from(virtfusionQueue).where(eq(virtfusionQueue.id, id)).limit(1)
    : []
  if (!row) return missing("queue")
  const finished = Temporal.Instant.compare(panel.now, row.readyAt) >= 0
  return ok({
    id: row.id,
    action: row.action,
    progress: finished ? 100 : 50,
    started: row.startedAt.toString(),
    finished: finished ? row.readyAt.toString() : null,
    failed: finished && row.failed,
    errors: [],
  })
}

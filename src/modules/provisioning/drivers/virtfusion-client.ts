import { z } from "zod"
import { path } from "#kit/outside/path.ts"
import type { DriverCall, PanelAccess, PanelHttp, PanelRequest } from "./driver.ts"
import { readAnswer } from "./virtfusion-answer.ts"
import {
  backupsShape,
  listItemShape,
  type PanelServer,
  paged,
  planChangeShape,
  queueShape,
  resetShape,
  serverShape,
  signOnShape,
  userShape,
  wrapped,
} from "./virtfusion-shapes.ts"

/** 200 is the panel's own most; an owner of more than 4,000 servers is a person's case. */
const PAGE_SIZE = 200
const MOST_PAGES = 20

/** The panel's calls by name, their answers checked. Knows nothing of what we do with them. */
export function createVirtfusionClient(panel: PanelAccess, http: PanelHttp) {
  const ask: Ask = async (call, asked, shape) => {
    const { what, path: below, ...request } = asked
    const headers = { authorization: `Bearer ${panel.credentials.token ?? ""}` }
    const answer = await http.send(call, { ...request, path: `/api/v1${below}`, headers })
    return readAnswer(answer, shape, what)
  }
  return { ...offerCalls(ask), ...userCalls(ask), ...serverReads(ask), ...serverWrites(ask) }
}

export type VirtfusionClient = ReturnType<typeof createVirtfusionClient>

function offerCalls(ask: Ask) {
  return {
    connect: (call: DriverCall) => ask(call, get("/connect", "connect"), nothing),
    listPackages: (call: DriverCall) => ask(call, get("/packages", "list packages", { results: 1 }), nothing),
    listGroups: (call: DriverCall) =>
      ask(call, get("/compute/hypervisors/groups", "list groups", { results: 1 }), nothing),
  }
}

function userCalls(ask: Ask) {
  return {
    getUser: async (call: DriverCall, relation: number) => {
      const asked = get(path`/users/${relation}/byExtRelation`, "find the user")
      return (await ask(call, asked, wrapped(userShape))).data
    },
    createUser: async (call: DriverCall, body: { name: string; email: string; extRelationId: number }) => {
      const asked = post("/users", "create the user", { ...body, selfService: 0, sendMail: false })
      return (await ask(call, asked, wrapped(userShape))).data
    },
    signOn: async (call: DriverCall, relation: number, id: string) => {
      const asked = post(path`/users/${relation}/serverAuthenticationTokens/${id}`, "ask for a sign-on link")
      return (await ask(call, asked, wrapped(signOnShape))).data.authentication
    },
  }
}

function serverReads(ask: Ask) {
  return {
    getServer: async (call: DriverCall, id: string) =>
      (await ask(call, get(path`/servers/${id}`, "read the server"), wrapped(serverShape))).data,
    listOfUser: async (call: DriverCall, userId: string) => {
      const all: PanelServer[] = []
      for (let page = 1; page <= MOST_PAGES; page++) {
        const asked = get(path`/servers/user/${userId}`, "list the owner's servers", {
          results: PAGE_SIZE,
          page,
        })
        const found = await ask(call, asked, paged(serverShape))
        all.push(...found.data)
        if (page >= (found.last_page ?? 1)) return all
      }
      throw new Error("list the owner's servers: the list has no end.")
    },
    listServers: (call: DriverCall, page: number, results = PAGE_SIZE) => {
      return ask(
        call,
        get("/servers", "list servers", { type: "simple", results, page }),
        paged(listItemShape),
      )
    },
    listBackups: (call: DriverCall, id: string) =>
      ask(call, get(path`/backups/server/${id}`, "list the server's backups"), backupsShape),
    readQueue: async (call: DriverCall, id: string) =>
      (await ask(call, get(path`/queue/${id}`, "read the queue"), wrapped(queueShape))).data,
  }
}

function serverWrites(ask: Ask) {
  return {
    tryAllocate: (call: DriverCall, body: NewServer) =>
      ask(call, { ...post("/servers", "ask for room", body), query: { dryRun: true } }, nothing),
    allocate: async (call: DriverCall, body: NewServer) =>
      (await ask(call, post("/servers", "allocate the server", body), wrapped(serverShape))).data,
    build: async (call: DriverCall, id: string, body: NewBuild) =>
      (await ask(call, post(path`/servers/${id}/build`, "build the server", body), wrapped(serverShape)))
        .data,
    suspend: (call: DriverCall, id: string) =>
      ask(call, post(path`/servers/${id}/suspend`, "suspend the server"), nothing),
    unsuspend: (call: DriverCall, id: string) =>
      ask(call, post(path`/servers/${id}/unsuspend`, "unsuspend the server"), nothing),
    changePackage: (call: DriverCall, id: string, packageId: number, parts: Record<string, boolean>) => {
      const below = path`/servers/${id}/package/${packageId}`
      return ask(
        call,
        { method: "PUT", path: below, what: "change the package", json: parts },
        planChangeShape,
      )
    },
    resize: (call: DriverCall, id: string, part: "memory" | "cpuCores" | "traffic", size: number) => {
      const json = { [part === "cpuCores" ? "cores" : part]: size }
      return ask(
        call,
        { method: "PUT", path: path`/servers/${id}/modify/${part}`, what: `change the ${part}`, json },
        nothing,
      )
    },
    resetPassword: async (call: DriverCall, id: string, user: string) => {
      // sendMail is on by default there: a mail outside our brand, with a password in it.
      const body = { user, sendMail: false }
      const asked = post(path`/servers/${id}/resetPassword`, "make a new password", body)
      return (await ask(call, asked, wrapped(resetShape))).data
    },
    remove: (call: DriverCall, id: string) =>
      ask(
        call,
        { method: "DELETE", path: path`/servers/${id}`, query: { delay: 0 }, what: "delete the server" },
        nothing,
      ),
  }
}

const nothing = z.unknown()

function get(path: string, what: string, query?: Asked["query"]): Asked {
  return { method: "GET", path, what, ...(query ? { query } : {}) }
}

function post(path: string, what: string, json?: object): Asked {
  return { method: "POST", path, what, ...(json ? { json } : {}) }
}

type Ask = <Shape extends z.ZodType>(call: DriverCall, asked: Asked, shape: Shape) => Promise<z.infer<Shape>>

export interface NewServer {
  readonly packageId: number
  readonly userId: number
  /** Called so, but it takes the placement group. */
  readonly hypervisorId: number
  readonly ipv4: number
  readonly memory: number
  readonly cpuCores: number
  readonly storage: number
  readonly traffic: number
}

export interface NewBuild {
  readonly operatingSystemId: number
  readonly name: string
  readonly hostname: string
  readonly vnc: boolean
  readonly ipv6: boolean
  readonly email: boolean
}

interface Asked extends Omit<PanelRequest, "headers"> {
  /** For the words of a failure. */
  readonly what: string
}

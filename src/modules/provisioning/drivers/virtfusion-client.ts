import { z } from "zod"
import type { DriverCall, PanelAccess, PanelHttp } from "./driver.ts"
import { readAnswer } from "./virtfusion-answer.ts"
import {
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
    const answer = await http.send(call, {
      method: asked.method,
      url: `${panel.baseUrl.replace(/\/+$/, "")}/api/v1${asked.path}`,
      headers: { authorization: `Bearer ${panel.credentials.token ?? ""}`, accept: "application/json" },
      ...(asked.body === undefined ? {} : { body: asked.body }),
    })
    return readAnswer(answer, shape, asked.what)
  }
  return { ...offerCalls(ask), ...userCalls(ask), ...serverReads(ask), ...serverWrites(ask) }
}

export type VirtfusionClient = ReturnType<typeof createVirtfusionClient>

function offerCalls(ask: Ask) {
  return {
    connect: (call: DriverCall) => ask(call, get("/connect", "connect"), nothing),
    listPackages: (call: DriverCall) => ask(call, get("/packages?results=1", "list packages"), nothing),
    listGroups: (call: DriverCall) =>
      ask(call, get("/compute/hypervisors/groups?results=1", "list groups"), nothing),
  }
}

function userCalls(ask: Ask) {
  return {
    getUser: async (call: DriverCall, relation: number) => {
      const asked = get(`/users/${relation}/byExtRelation`, "find the user")
      return (await ask(call, asked, wrapped(userShape))).data
    },
    createUser: async (call: DriverCall, body: { name: string; email: string; extRelationId: number }) => {
      const asked = post("/users", "create the user", { ...body, selfService: 0, sendMail: false })
      return (await ask(call, asked, wrapped(userShape))).data
    },
    signOn: async (call: DriverCall, relation: number, id: string) => {
      const asked = post(`/users/${relation}/serverAuthenticationTokens/${id}`, "ask for a sign-on link")
      return (await ask(call, asked, wrapped(signOnShape))).data.authentication
    },
  }
}

function serverReads(ask: Ask) {
  return {
    getServer: async (call: DriverCall, id: string) =>
      (await ask(call, get(`/servers/${id}`, "read the server"), wrapped(serverShape))).data,
    listOfUser: async (call: DriverCall, userId: string) => {
      const all: PanelServer[] = []
      for (let page = 1; page <= MOST_PAGES; page++) {
        const path = `/servers/user/${userId}?results=${PAGE_SIZE}&page=${page}`
        const found = await ask(call, get(path, "list the owner's servers"), paged(serverShape))
        all.push(...found.data)
        if (page >= (found.last_page ?? 1)) return all
      }
      throw new Error("list the owner's servers: the list has no end.")
    },
    listServers: (call: DriverCall, page: number, results = PAGE_SIZE) => {
      const path = `/servers?type=simple&results=${results}&page=${page}`
      return ask(call, get(path, "list servers"), paged(listItemShape))
    },
    readQueue: async (call: DriverCall, id: string) =>
      (await ask(call, get(`/queue/${id}`, "read the queue"), wrapped(queueShape))).data,
  }
}

function serverWrites(ask: Ask) {
  return {
    tryAllocate: (call: DriverCall, body: NewServer) =>
      ask(call, post("/servers?dryRun=true", "ask for room", body), nothing),
    allocate: async (call: DriverCall, body: NewServer) =>
      (await ask(call, post("/servers", "allocate the server", body), wrapped(serverShape))).data,
    build: async (call: DriverCall, id: string, body: NewBuild) =>
      (await ask(call, post(`/servers/${id}/build`, "build the server", body), wrapped(serverShape))).data,
    suspend: (call: DriverCall, id: string) =>
      ask(call, post(`/servers/${id}/suspend`, "suspend the server"), nothing),
    unsuspend: (call: DriverCall, id: string) =>
      ask(call, post(`/servers/${id}/unsuspend`, "unsuspend the server"), nothing),
    changePackage: (call: DriverCall, id: string, packageId: number, parts: Record<string, boolean>) => {
      const path = `/servers/${id}/package/${packageId}`
      return ask(call, { method: "PUT", path, what: "change the package", body: parts }, planChangeShape)
    },
    resetPassword: async (call: DriverCall, id: string, user: string) => {
      // sendMail is on by default there: a mail outside our brand, with a password in it.
      const body = { user, sendMail: false }
      const asked = post(`/servers/${id}/resetPassword`, "make a new password", body)
      return (await ask(call, asked, wrapped(resetShape))).data
    },
    remove: (call: DriverCall, id: string) =>
      ask(call, { method: "DELETE", path: `/servers/${id}?delay=0`, what: "delete the server" }, nothing),
  }
}

const nothing = z.unknown()

function get(path: string, what: string): Asked {
  return { method: "GET", path, what }
}

function post(path: string, what: string, body?: object): Asked {
  return { method: "POST", path, what, body }
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

interface Asked {
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
  readonly path: string
  readonly what: string
  readonly body?: object | undefined
}

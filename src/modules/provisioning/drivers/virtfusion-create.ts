import { GiveUp, TryLater } from "#kit/work/define.ts"
import type { BuildCall, BuildOrder, CreateStep, PanelOwner } from "./driver.ts"
import { PanelNotFound, PanelRefused } from "./virtfusion-answer.ts"
import type { NewServer, VirtfusionClient } from "./virtfusion-client.ts"
import type { PanelServer } from "./virtfusion-shapes.ts"

/** Creating a server here: five steps, each able to run again after a crash at any point of it. */
export const createSteps = [
  { name: "ensure-user", say: { en: "Preparing your panel account", ko: "패널 계정 준비" } },
  { name: "check-room", say: { en: "Checking for room", ko: "서버 자원 확인" } },
  { name: "note-existing", say: { en: "Preparing the order", ko: "세팅 준비" }, alone: true },
  {
    name: "allocate",
    say: { en: "Reserving the server and its address", ko: "서버와 IP 할당" },
    alone: true,
    makes: true,
  },
  { name: "build", say: { en: "Installing the operating system", ko: "운영체제 설치" } },
] as const satisfies readonly CreateStep[]

const runners: Readonly<Record<string, (client: VirtfusionClient, call: BuildCall) => Promise<void>>> = {
  "ensure-user": ensureUser,
  "check-room": checkRoom,
  "note-existing": noteExisting,
  allocate,
  build,
} satisfies Record<(typeof createSteps)[number]["name"], unknown>

export async function runCreateStep(client: VirtfusionClient, step: string, call: BuildCall): Promise<void> {
  const run = runners[step]
  if (!run) throw new GiveUp(`There is no create step ${step}.`)
  await run(client, call)
}

async function ensureUser(client: VirtfusionClient, call: BuildCall): Promise<void> {
  if (call.notes().remoteUserId) return
  const owner = await call.owner()
  const user = (await findUser(client, call, owner)) ?? (await createUser(client, call, owner))
  // Our number already means somebody else there (an older installation used it): never build for a stranger.
  if (!addressesOf(owner).includes(user.email.toLowerCase())) {
    throw new GiveUp(
      `The panel's user ${user.id} carries our relation ${owner.relation} but another e-mail address.`,
    )
  }
  await call.remember({ remoteUserId: String(user.id) })
}

/**
 * Two servers of one new customer are built at the same time: the second finds the user already made. Where the panel
 * will not have the address, it is another account's user there, of the same person: then it gets one of its own.
 */
async function createUser(client: VirtfusionClient, call: BuildCall, owner: PanelOwner) {
  const { name, relation: extRelationId } = owner
  const [email = "", ownEmail = ""] = addressesOf(owner)
  try {
    return await client.createUser(call, { name, email, extRelationId })
  } catch (error) {
    if (!(error instanceof PanelRefused)) throw error
    const made = await findUser(client, call, owner)
    return made ?? (await client.createUser(call, { name, email: ownEmail, extRelationId }))
  }
}

/** The owner's address, and the same mailbox under a name that no other account has. Nobody is written to by the panel. */
function addressesOf({ email, relation }: PanelOwner): string[] {
  const at = email.lastIndexOf("@")
  return [email, `${email.slice(0, at)}+${relation}${email.slice(at)}`].map((one) => one.toLowerCase())
}

async function findUser(client: VirtfusionClient, call: BuildCall, owner: PanelOwner) {
  try {
    return await client.getUser(call, owner.relation)
  } catch (error) {
    if (error instanceof PanelNotFound) return undefined
    throw error
  }
}

/** Nothing is made yet, so "full" is found before the owner's turn is taken. */
async function checkRoom(client: VirtfusionClient, call: BuildCall): Promise<void> {
  if (call.notes().remoteId) return
  await client.tryAllocate(call, describeOrder(call.order, knownUser(call)))
}

async function noteExisting(client: VirtfusionClient, call: BuildCall): Promise<void> {
  if (call.notes().knownRemoteIds) return
  const existing = await client.listOfUser(call, knownUser(call))
  await call.remember({
    knownRemoteIds: existing.map((server) => String(server.id)),
    notedAt: call.now().toString(),
  })
}

/**
 * How long after an unanswered request a machine may still turn up. A call that had to wait for a free connection
 * ends 30 s after we said that we ask, at the latest; another 30 s later the panel has either made the machine or
 * lost the request. Sooner, asking again could make a second one.
 */
const SETTLE_SECONDS = 60

/** The call that doubles when repeated. So: say that we ask, ask, write down the id; and look before asking again. */
async function allocate(client: VirtfusionClient, call: BuildCall): Promise<void> {
  const notes = call.notes()
  if (notes.remoteId) return
  if (notes.allocateAskedAt) {
    const lost = await findLost(client, call)
    if (lost) return call.remember({ remoteId: String(lost.id), adopted: true })
    const settledAt = Temporal.Instant.from(notes.allocateAskedAt).add({ seconds: SETTLE_SECONDS })
    const waitSeconds = Math.ceil((settledAt.epochMilliseconds - call.now().epochMilliseconds) / 1000)
    if (waitSeconds > 0) {
      throw new TryLater("Whether the panel made the server is not known yet; looking again.", waitSeconds, {
        trouble: "unanswered",
      })
    }
  }
  await call.remember({ allocateAskedAt: call.now().toString() })
  const server = await client.allocate(call, describeOrder(call.order, knownUser(call)))
  await call.remember({ remoteId: String(server.id) })
}

/** What an unanswered request left: one machine is ours, two are a person's to tell apart. */
export async function findLost(client: VirtfusionClient, call: BuildCall): Promise<PanelServer | undefined> {
  const servers = await client.listOfUser(call, knownUser(call))
  const held = await call.heldByOthers(servers.map((server) => String(server.id)))
  const candidates = servers.filter((server) => !held.has(String(server.id)) && isLeftBehind(server, call))
  if (candidates.length > 1) {
    const ids = candidates.map((server) => server.id).join(", ")
    throw new GiveUp(`Several new servers of this owner could be this one (${ids}). Please choose by hand.`)
  }
  return candidates[0]
}

/** The panel's clock and ours may differ by this much. */
const SKEW_SECONDS = 300

function isLeftBehind(server: PanelServer, call: BuildCall): boolean {
  const { knownRemoteIds = [], notedAt } = call.notes()
  if (knownRemoteIds.includes(String(server.id)) || server.commissionStatus !== 0 || server.buildFailed)
    return false
  const { resources } = call.order
  const made = server.settings.resources
  const isSame =
    made.memory === resources.memoryMb &&
    made.storage === resources.storageGb &&
    made.cpuCores === resources.cpuCores &&
    made.traffic === resources.trafficGb
  if (!isSame || !notedAt) return isSame
  const since = Temporal.Instant.from(notedAt).subtract({ seconds: SKEW_SECONDS })
  return Temporal.Instant.compare(Temporal.Instant.from(server.created), since) >= 0
}

/** Building a finished server again would wipe it, so the panel's word on where it stands comes first. */
async function build(client: VirtfusionClient, call: BuildCall): Promise<void> {
  const id = call.notes().remoteId
  if (!id) throw new GiveUp("There is no server to build: it was never allocated.")
  const server = await client.getServer(call, id)
  if (isBuilt(server)) return
  const isUntouched = server.commissionStatus === 0
  if (!isUntouched && !server.buildFailed) return
  await call.remember({ buildAskedAt: call.now().toString() })
  const answer = await client.build(call, id, {
    operatingSystemId: call.order.templateId,
    name: call.order.serviceId,
    hostname: call.order.hostname,
    vnc: false,
    ipv6: true,
    email: false,
  })
  const password = answer.settings.decryptedPassword
  if (password) await call.keepCredentials({ user: "root", password })
}

export function isBuilt(server: PanelServer): boolean {
  return server.commissionStatus === 3 && server.state === "complete" && Boolean(server.built)
}

function knownUser(call: BuildCall): string {
  const { remoteUserId } = call.notes()
  if (!remoteUserId) throw new GiveUp("The owner has no user on the panel yet.")
  return remoteUserId
}

/** Our own sizes are sent along, so that what is sold is what is built even when the package was edited. */
export function describeOrder(order: BuildOrder, userId: string): NewServer {
  return {
    packageId: order.packageId,
    userId: Number(userId),
    hypervisorId: order.groupId,
    ipv4: order.resources.ipv4,
    memory: order.resources.memoryMb,
    cpuCores: order.resources.cpuCores,
    storage: order.resources.storageGb,
    traffic: order.resources.trafficGb,
  }
}

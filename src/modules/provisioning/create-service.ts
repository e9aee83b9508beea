import { eq } from "drizzle-orm"
import { type CallContext, defineWork, GiveUp, type Work, type WorkKind } from "#kit/work/define.ts"
import type { CreateStep } from "./drivers/driver.ts"
import { markActive } from "./mark-active.ts"
import { drivers, type ProvisioningDoors } from "./means.ts"
import { openBuild } from "./open-build.ts"
import { getBuild } from "./queries.ts"
import { panels } from "./tables.ts"
import { takeTurn } from "./take-turn.ts"
import { type BuildInput, createServiceHead } from "./work-heads.ts"

/** Every 5 s, for 20 minutes: then the panel is not building but stuck, and a person looks. */
const BUILD_PACE = { everySeconds: 5, atMostSeconds: 1_200 }

/**
 * From a paid order to a machine that opens. Each driver names its own create steps; around them stand ours:
 * choose the panel, wait, keep the credentials, mark active. A crash between any two leaves nothing doubled,
 * because each step looks at the notes of its build, and at the panel, before it acts.
 */
export function createServiceWork(doors: ProvisioningDoors): WorkKind<BuildInput> {
  return defineWork({
    ...createServiceHead,
    run: async (work, input) => {
      for (const step of await chooseSteps(work, input)) await runCreateStep(doors, work, input, step)
      await work.poll("wait-until-built", BUILD_PACE, async (call) => {
        const { build, connect } = await openBuild(doors, call, input)
        return (await connect().readBuild(build, knownRemoteId(build.notes().remoteId))) === "built"
          ? "built"
          : undefined
      })
      await work.call("keep-credentials", (call) => keepCredentials(doors, call, input))
      const addresses = await work.call("read-addresses", (call) => readAddresses(doors, call, input))
      await work.record("mark-active", (ctx) => markActive(ctx, { ...input, addresses }), { isLast: true })
    },
  })
}

/** The panel was chosen when the work was put into its queue; its driver says which steps follow. */
async function chooseSteps(work: Work, input: BuildInput): Promise<readonly CreateStep[]> {
  const name = await work.record("choose-panel", async (ctx) => {
    const [panel] = await ctx.db
      .select({ driver: panels.driver })
      .from(panels)
      .where(eq(panels.id, input.panelId))
      .limit(1)
    return panel?.driver ?? null
  })
  const driver = name === null ? undefined : drivers[name]
  if (!driver) throw new GiveUp(`Panel ${input.panelId} has no driver that we know.`)
  return driver.createSteps
}

async function runCreateStep(
  doors: ProvisioningDoors,
  work: Work,
  input: BuildInput,
  step: CreateStep,
): Promise<void> {
  const run = async (call: CallContext): Promise<string | null> => {
    if (step.alone) await claimTurn(call, input)
    const { build, connect } = await openBuild(doors, call, input)
    await connect().create(step.name, build)
    return build.notes().remoteId ?? null
  }
  if (!step.makes) {
    await work.call(step.name, run)
    return
  }
  await work.call(step.name, run, {
    undo: (call) => takeBack(doors, call, input),
    undoUnknown: (call) => takeBack(doors, call, input),
  })
}

async function claimTurn(call: CallContext, input: BuildInput): Promise<void> {
  await call.transact(async (ctx) => {
    const { build } = await getBuild(ctx, { kind: "all" }, input.buildId)
    if (build.remoteId === null) await takeTurn(ctx, build.ownerId, input.serviceId)
  })
}

/** Deletes what the build made; also what an unanswered request may have left. */
async function takeBack(doors: ProvisioningDoors, call: CallContext, input: BuildInput): Promise<void> {
  const { build, connect } = await openBuild(doors, call, input)
  const connected = connect()
  const remoteId = build.notes().remoteId ?? (await connected.findLost(build))
  if (remoteId) await connected.terminate(build, remoteId)
}

async function keepCredentials(
  doors: ProvisioningDoors,
  call: CallContext,
  input: BuildInput,
): Promise<void> {
  const { build, connect } = await openBuild(doors, call, input)
  if ((await build.hasCredentials()) && !build.notes().passwordQueueId) return
  await connect().renewCredentials(build)
}

async function readAddresses(
  doors: ProvisioningDoors,
  call: CallContext,
  input: BuildInput,
): Promise<readonly string[]> {
  const { build, connect } = await openBuild(doors, call, input)
  const remoteId = knownRemoteId(build.notes().remoteId)
  const remote = await connect().inspect(build, remoteId)
  if (!remote) throw new GiveUp(`The panel does not know server ${remoteId} any more.`)
  return remote.addresses
}

function knownRemoteId(remoteId: string | undefined): string {
  if (!remoteId) throw new GiveUp("The build has no machine.")
  return remoteId
}

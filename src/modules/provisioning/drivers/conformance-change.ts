import { GiveUp, TryLater } from "#kit/work/define.ts"
import { buildCallOf, callOf, createAll, newBuild, persist } from "./conformance.ts"
import {
  type ConformanceCase,
  check,
  createOne,
  expectOne,
  fails,
  failure,
  IMPATIENT,
  say,
} from "./conformance-checks.ts"

/** Of the package that is smaller than the bench's own. */
const smaller = { cpuCores: 1, memoryMb: 2_048, storageGb: 40, trafficGb: 2_000, ipv4: 1 }

/** A machine that stands, or should: read, suspended, deleted, listed, opened. */
export const changeCases: readonly ConformanceCase[] = [
  {
    name: "not found",
    run: async (bench) => {
      const driver = bench.connect()
      check((await driver.inspect(callOf(bench), "99999999")) === undefined, "inspect answers nothing")
      await driver.terminate(callOf(bench), "99999999")
      const error = await failure(() => driver.suspend(callOf(bench), "99999999"))
      check(error instanceof GiveUp, `GiveUp, not ${say(error)}`)
    },
  },
  {
    name: "404 without the panel's words is not 'gone'",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      await bench.spoil("read", "bare_404", { times: 4 })
      check(await fails(() => bench.connect().inspect(callOf(bench), remoteId)), "inspect must not answer")
      check(
        await fails(() => bench.connect().terminate(callOf(bench), remoteId)),
        "terminate must not answer",
      )
      check((await bench.machines()).length === 1, "the machine still stands")
    },
  },
  {
    name: "suspend twice, unsuspend twice",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      const driver = bench.connect()
      for (const wanted of [true, true, false, false]) {
        await (wanted ? driver.suspend(callOf(bench), remoteId) : driver.unsuspend(callOf(bench), remoteId))
        check((await bench.machines())[0]?.suspended === wanted, `suspended should be ${wanted}`)
      }
    },
  },
  {
    name: "already suspended by hand",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      await bench.suspendByHand(remoteId)
      await bench.connect().suspend(callOf(bench), remoteId)
      check((await bench.machines())[0]?.suspended === true, "suspended")
    },
  },
  {
    name: "suspend: time-out after success",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      await bench.spoil("suspend", "timeout_after_success")
      const driver = bench.connect(IMPATIENT)
      await persist(bench, () => driver.suspend(callOf(bench), remoteId))
      check((await bench.machines())[0]?.suspended === true, "suspended")
    },
  },
  {
    name: "full: a person, nothing left behind",
    run: async (bench) => {
      await bench.spoil("room", "full", { times: 2 })
      const error = await failure(() => createAll(bench, newBuild(bench.newOrder())))
      check(error instanceof GiveUp, `GiveUp, not ${say(error)}`)
      check((await bench.machines()).length === 0, "no machine")
      const build = newBuild(bench.newOrder())
      const [first] = bench.steps
      if (first) await bench.connect().create(first.name, buildCallOf(bench, build))
      const room = await bench.connect().capacity(callOf(bench), build.order, build.notes.remoteUserId ?? "")
      check(!room.room, "capacity says no")
    },
  },
  {
    name: "full at the last moment: a person",
    run: async (bench) => {
      await bench.spoil("make", "full")
      const error = await failure(() => createAll(bench, newBuild(bench.newOrder())))
      check(error instanceof GiveUp, `GiveUp, not ${say(error)}`)
      check((await bench.machines()).length === 0, "no machine")
    },
  },
  {
    name: "backups: the newest whole one, none, and none of what is not there",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      const driver = bench.connect()
      const { findBackups } = driver
      if (!findBackups) return
      await bench.spoil("backups", "no_backups")
      const before = await findBackups(callOf(bench), remoteId)
      check(before?.newest === undefined && before?.isBeingMade === false, "none, and none in the making")
      const found = await findBackups(callOf(bench), remoteId)
      const isKnown = found?.newest !== undefined && Temporal.Instant.compare(found.newest, bench.now()) <= 0
      check(isKnown || found?.isBeingMade === true, "a whole one of the past, or one in the making")
      await bench.spoil("backups", "garbage", { times: 4 })
      check(await fails(() => findBackups(callOf(bench), remoteId)), "nonsense is not 'none'")
      check((await findBackups(callOf(bench), "99999999")) === undefined, "nothing of what is not there")
    },
  },
  {
    name: "delete, delete again",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      for (let times = 0; times < 2; times++) {
        await persist(bench, () => bench.connect().terminate(callOf(bench), remoteId))
      }
      check((await bench.machines()).length === 0, "gone")
    },
  },
  {
    name: "partial delete: not gone before it is gone",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      await bench.spoil("delete", "delete_lingers", { delayMs: 25_000 })
      const error = await failure(() => bench.connect().terminate(callOf(bench), remoteId))
      check(error instanceof TryLater, `TryLater, not ${say(error)}`)
      await persist(bench, () => bench.connect().terminate(callOf(bench), remoteId))
      check((await bench.machines()).length === 0, "gone")
    },
  },
  {
    name: "delete: reset after success",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      await bench.spoil("delete", "reset_after_success")
      await persist(bench, () => bench.connect().terminate(callOf(bench), remoteId))
      check((await bench.machines()).length === 0, "gone")
    },
  },
  {
    name: "slow asynchronous build",
    run: async (bench) => {
      await bench.buildTakes(600)
      await createOne(bench)
    },
  },
  {
    name: "build fails: a person; building again helps",
    run: async (bench) => {
      await bench.spoil("build", "build_fails")
      const build = newBuild(bench.newOrder())
      const error = await failure(() => createAll(bench, build))
      check(error instanceof GiveUp, `GiveUp, not ${say(error)}`)
      await createAll(bench, build)
      const machines = await bench.machines()
      check(machines.length === 1 && machines[0]?.builds === 2, "one machine, built twice")
    },
  },
  {
    name: "panel restarts between all steps",
    run: async (bench) => {
      const build = newBuild(bench.newOrder())
      await createAll(bench, build, { between: () => bench.restart() })
      await expectOne(bench, build)
    },
  },
  {
    name: "unicode and hostile input",
    run: async (bench) => {
      for (const ownerName of [
        '<script>alert(1)</script>"',
        "박민아 🌸 ‮abc",
        "x'; drop table users; --",
        "a".repeat(300),
      ]) {
        await bench.reset()
        await createOne(bench, {}, { ownerName })
      }
      for (const remoteId of ["../users", "1/../../connect", "1?x=1", "%2e%2e"]) {
        const driver = bench.connect()
        const [outcome] = await Promise.allSettled([driver.inspect(callOf(bench), remoteId)])
        const isNothing = outcome?.status === "rejected" || outcome?.value === undefined
        check(isNothing, `${remoteId} leads nowhere`)
      }
    },
  },
  {
    name: "page 3 of a long list",
    run: async (bench) => {
      await bench.addStrangers(450)
      const driver = bench.connect()
      const found: string[] = []
      let pages = 0
      for (let after: string | undefined, isDone = false; !isDone; pages++) {
        const page = await driver.list(callOf(bench), after)
        found.push(...page.items.map((item) => item.remoteId))
        isDone = page.next === null
        after = page.next ?? undefined
      }
      check(pages === 3 && new Set(found).size === 450, `3 pages of 450, not ${pages} of ${found.length}`)
    },
  },
  {
    name: "two that could be ours: a person",
    run: async (bench) => {
      const build = newBuild(bench.newOrder())
      const driver = bench.connect()
      for (const step of bench.steps) {
        if (step.makes) break
        await persist(bench, () => driver.create(step.name, buildCallOf(bench, build)))
      }
      await bench.addTwin(build)
      await bench.spoil("make", "reset_after_success")
      const error = await failure(() => createAll(bench, build))
      check(error instanceof GiveUp, `GiveUp, not ${say(error)}`)
    },
  },
  {
    name: "another service's machine is never adopted",
    run: async (bench) => {
      const build = newBuild(bench.newOrder())
      const driver = bench.connect()
      for (const step of bench.steps) {
        if (step.makes) break
        await persist(bench, () => driver.create(step.name, buildCallOf(bench, build)))
      }
      await bench.addTwin(build)
      build.held = new Set((await bench.machines()).map((machine) => machine.remoteId))
      await bench.spoil("make", "reset_after_success")
      const remoteId = await createAll(bench, build)
      check(!build.held.has(remoteId), "its own machine")
      check((await bench.machines()).length === 2, "two machines in all")
    },
  },
  {
    name: "change of plan: what was chosen beyond the package is there as well, asked twice too",
    run: async (bench) => {
      const { remoteId, build } = await createOne(bench)
      const resources = { ...build.order.resources, memoryMb: 12_288, cpuCores: 3 }
      const wanted = { packageId: build.order.packageId, resources }
      for (let times = 0; times < 2; times++) {
        const { notices } = await bench.connect().changePlan(callOf(bench), remoteId, wanted)
        check(notices.length === 0, `nothing left undone, not ${notices.join(", ")}`)
      }
      const made = (await bench.connect().inspect(callOf(bench), remoteId))?.resources
      check(
        made?.memoryMb === 12_288 && made.cpuCores === 3,
        `12 GB and 3 cores, not ${JSON.stringify(made)}`,
      )
    },
  },
  {
    name: "change of plan tells what was left undone",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      const { notices } = await bench.connect().changePlan(callOf(bench), remoteId, {
        packageId: 7,
        resources: smaller,
      })
      check(notices.length === 1, "the disk can't shrink, and that is said")
    },
  },
  {
    name: "sign-on link starts at our address",
    run: async (bench) => {
      const { remoteId, build } = await createOne(bench)
      const link = await bench.connect().signOnLink(callOf(bench), build.order.owner, remoteId)
      check(link.url.startsWith("http://127.0.0.1:"), `not ${link.url}`)
      const error = await failure(() =>
        bench.connect().signOnLink(callOf(bench), build.order.owner, "99999999"),
      )
      check(error instanceof Error, "none for a machine that isn't there")
    },
  },
]

import { GiveUp, TryLater } from "#kit/work/define.ts"
import { callOf, createAll, newBuild } from "./conformance.ts"
import {
  type ConformanceCase,
  check,
  createOne,
  expectOne,
  failure,
  IMPATIENT,
  say,
} from "./conformance-checks.ts"

/** Making a machine: whatever happens, one of it. */
export const createCases: readonly ConformanceCase[] = [
  { name: "create", run: async (bench) => void (await createOne(bench)) },
  {
    name: "create again: nothing doubled",
    run: async (bench) => {
      const { build } = await createOne(bench)
      await createAll(bench, build)
      await expectOne(bench, build)
    },
  },
  {
    name: "a person's second account, with the same address",
    run: async (bench) => {
      const ownerEmail = `twice-${bench.now().epochMilliseconds}@example.com`
      await createAll(bench, newBuild(bench.newOrder({ ownerEmail })))
      const second = newBuild(bench.newOrder({ ownerEmail }))
      await createAll(bench, second)
      check((await bench.machines()).length === 2, "a machine for each account")
      // And once more for that account, which is known by the address of its own.
      const third = newBuild({ ...bench.newOrder(), owner: second.order.owner })
      await createAll(bench, third)
      check(third.notes.remoteUserId === second.notes.remoteUserId, "the same user as before")
    },
  },
  {
    name: "crash between answer and note",
    run: async (bench) => {
      const build = newBuild(bench.newOrder())
      build.losesNextId = true
      await createAll(bench, build)
      await expectOne(bench, build)
    },
  },
  ...(
    [
      "timeout_after_success",
      "reset_after_success",
      "error_500_after_success",
      "garbage_after_success",
    ] as const
  ).map(
    (fault): ConformanceCase => ({
      name: `make: ${fault}`,
      run: async (bench) => {
        await bench.spoil("make", fault)
        await createOne(bench, IMPATIENT)
      },
    }),
  ),
  ...(["timeout", "reset", "error_500", "garbage"] as const).map(
    (fault): ConformanceCase => ({
      name: `make: ${fault}, nothing done`,
      run: async (bench) => {
        await bench.spoil("make", fault)
        await createOne(bench, IMPATIENT)
      },
    }),
  ),
  ...(["timeout_after_success", "reset_after_success", "error_500_after_success"] as const).map(
    (fault): ConformanceCase => ({
      name: `user: ${fault}`,
      run: async (bench) => {
        await bench.spoil("user", fault)
        await createOne(bench, IMPATIENT)
      },
    }),
  ),
  ...(
    [
      "timeout_after_success",
      "reset_after_success",
      "error_500_after_success",
      "garbage_after_success",
    ] as const
  ).map(
    (fault): ConformanceCase => ({
      name: `build: ${fault}: built once, new password`,
      run: async (bench) => {
        await bench.spoil("build", fault)
        await createOne(bench, IMPATIENT)
      },
    }),
  ),
  {
    name: "slow answers",
    run: async (bench) => {
      for (const call of ["user", "room", "make", "build", "read"] as const) {
        await bench.spoil(call, "slow", { delayMs: 60 })
      }
      await createOne(bench)
    },
  },
  {
    name: "rate limit: later, as long as asked",
    run: async (bench) => {
      await bench.spoil("read", "rate_limit", { delayMs: 17_000, times: 2 })
      const { remoteId } = { remoteId: "1" }
      const error = await failure(() => bench.connect().inspect(callOf(bench), remoteId))
      check(error instanceof TryLater && error.afterSeconds === 17, `TryLater(17), not ${say(error)}`)
      await bench.reset()
      await bench.spoil("make", "rate_limit", { delayMs: 5_000 })
      await createOne(bench)
    },
  },
  {
    name: "busy: later",
    run: async (bench) => {
      const { remoteId } = await createOne(bench)
      await bench.spoil("suspend", "locked")
      const error = await failure(() => bench.connect().suspend(callOf(bench), remoteId))
      check(error instanceof TryLater, `TryLater, not ${say(error)}`)
    },
  },
  {
    name: "bad credentials: a person",
    run: async (bench) => {
      const driver = bench.connect({ credentials: "wrong" })
      const build = newBuild(bench.newOrder())
      const error = await failure(() => createAll(bench, build, { driver }))
      check(error instanceof GiveUp, `GiveUp, not ${say(error)}`)
      check(!(await driver.test(callOf(bench))).ok, "the test should fail")
    },
  },
  {
    name: "a token with half its scopes is told",
    run: async (bench) => {
      check((await bench.connect().test(callOf(bench))).ok, "the right token should pass")
      const report = await bench.connect({ credentials: "limited" }).test(callOf(bench))
      const passed = report.checks.filter((one) => one.ok).length
      check(!report.ok && passed > 0 && passed < report.checks.length, "some checks pass, some fail")
    },
  },
]

import { type Bench, createAll, type FakeBuild, newBuild } from "./conformance.ts"

export interface ConformanceCase {
  readonly name: string
  run(bench: Bench): Promise<void>
}

/** For cases in which the panel stays silent. */
export const IMPATIENT = { timeoutMs: 500 }

export async function createOne(
  bench: Bench,
  options: { readonly timeoutMs?: number } = {},
  change: Parameters<Bench["newOrder"]>[0] = {},
): Promise<{ build: FakeBuild; remoteId: string }> {
  const build = newBuild(bench.newOrder(change))
  const remoteId = await createAll(bench, build, { driver: bench.connect(options) })
  await expectOne(bench, build)
  return { build, remoteId }
}

export async function expectOne(bench: Bench, build: FakeBuild): Promise<void> {
  const machines = await bench.machines()
  check(machines.length === 1, `one machine, not ${machines.length}`)
  const [machine] = machines
  check(machine?.remoteId === build.notes.remoteId, "the one we know")
  check(machine?.builds === 1, `built once, not ${machine?.builds} times`)
  check(
    machine?.name === build.order.serviceId && machine.hostname === build.order.hostname,
    "named as ordered",
  )
  check(await bench.opens(machine?.remoteId ?? "", build.password ?? ""), "the password opens it")
}

export function check(holds: boolean, words: string): asserts holds {
  if (!holds) throw new Error(`Expected: ${words}.`)
}

export async function failure(body: () => Promise<unknown>): Promise<unknown> {
  try {
    await body()
  } catch (error) {
    return error
  }
  throw new Error("Expected it to fail.")
}

export async function fails(body: () => Promise<unknown>): Promise<boolean> {
  return (await failure(body)) instanceof Error
}

export function say(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

// api: list, read by id and create through the REST API, beside bare node:http, with and without one statement (B16).
import { randomUUID } from "node:crypto"
import type { Ground } from "./parts/ground.ts"
import type { LoadWish } from "./parts/load.ts"
import type { Options } from "./parts/options.ts"
import type { Target } from "./parts/pairs.ts"
import { type Bench, runAlone } from "./parts/run-bench.ts"
import { waitUntilActive } from "./parts/sales.ts"
import { compareServed } from "./parts/served.ts"

export const apiBench: Bench = {
  name: "api",
  run: async (ground, options) => ({ comparisons: await compareApi(ground, options) }),
}

const SERVICES = 20

async function compareApi(ground: Ground, { isShort }: Options) {
  const { shop } = ground
  const services = isShort ? 2 : SERVICES
  const order = await shop.placeOrder(services / 2)
  const other = await shop.placeOrder(services / 2)
  for (const one of [order, other]) await shop.pay(one)
  await waitUntilActive(ground.database, [order.id, other.id])

  const headers = { authorization: `Bearer ${shop.key}` }
  const list = { url: `${shop.url}/api/v1/services?limit=20`, headers }
  const { items } = await shop.call<{ items: { id: string }[] }>("GET", "/services?limit=20")
  if (items.length !== services) throw new Error(`${items.length} services instead of ${services}.`)
  const one = { url: `${shop.url}/api/v1/services/${items[0]?.id}`, headers }
  const create: LoadWish = {
    url: `${shop.url}/api/v1/carts`,
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: "{}",
    freshHeaders: () => ({ "idempotency-key": randomUUID() }),
  }
  const select = { select: { atLeast: 0.6, isGoal: true } }
  const compare = (...wanted: CompareWish) => compareWith(ground, isShort, ...wanted)
  return [
    ...(await compare("list of 20 services", list, await readAnswer(list), { bytes: undefined, ...select })),
    ...(await compare("service by id", one, await readAnswer(one), { bytes: undefined, ...select })),
    ...(await compare("cart created", create, "{}", { insert: { atLeast: 0.35, isGoal: true } })),
  ]
}

type CompareWish = [
  name: string,
  wish: LoadWish,
  bytes: string,
  targets: Partial<Record<"bytes" | "select" | "insert", Target | undefined>>,
]

async function compareWith(ground: Ground, isShort: boolean, ...[name, wish, bytes, targets]: CompareWish) {
  const reference = await ground.startReference({ bytes, contentType: "application/json" })
  const words = {
    bytes: "node:http with the same bytes",
    select: "node:http and one select by key",
    insert: "node:http and one row committed",
  }
  const compared = []
  for (const [kind, target] of Object.entries(targets) as [keyof typeof words, Target | undefined][]) {
    compared.push(
      ...(await compareServed({
        name: `${name} / ${words[kind]}`,
        isShort,
        target,
        reference: { pid: reference.pid, wish: { url: `${reference.url}/${kind}` } },
        subject: { pid: ground.program.pid, wish },
      })),
    )
  }
  return compared
}

async function readAnswer({ url, headers: sent }: { url: string; headers: Record<string, string> }) {
  return (await fetch(url, { headers: sent })).text()
}

if (import.meta.main) await runAlone(apiBench)

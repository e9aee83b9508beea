// api: list, read by id and create through the REST API, beside bare node:http, with and without one statement (B16).
import { randomUUID } from "node:crypto"
import { openGround } from "./parts/ground.ts"
import type { LoadWish } from "./parts/load.ts"
import { readOptions } from "./parts/options.ts"
import type { Target } from "./parts/pairs.ts"
import { reportComparisons } from "./parts/report.ts"
import { waitUntilActive } from "./parts/sales.ts"
import { compareServed } from "./parts/served.ts"

const SERVICES = 20
const options = readOptions()
const { isShort } = options
await using ground = await openGround(options)
const { shop } = ground
const order = await shop.placeOrder(10)
const other = await shop.placeOrder(SERVICES - 10)
for (const one of [order, other]) await shop.pay(one)
await waitUntilActive(ground.database, [order.id, other.id])

const headers = { authorization: `Bearer ${shop.key}` }
const list = { url: `${shop.url}/api/v1/services?limit=20`, headers }
const { items } = await shop.call<{ items: { id: string }[] }>("GET", "/services?limit=20")
if (items.length !== SERVICES) throw new Error(`${items.length} services instead of ${SERVICES}.`)
const one = { url: `${shop.url}/api/v1/services/${items[0]?.id}`, headers }
const create: LoadWish = {
  url: `${shop.url}/api/v1/carts`,
  method: "POST",
  headers: { ...headers, "content-type": "application/json" },
  body: "{}",
  freshHeaders: () => ({ "idempotency-key": randomUUID() }),
}

const comparisons = [
  ...(await compare("list of 20 services", list, await readAnswer(list), {
    bytes: undefined,
    select: { atLeast: 0.6, isGoal: true },
  })),
  ...(await compare("service by id", one, await readAnswer(one), {
    bytes: undefined,
    select: { atLeast: 0.6, isGoal: true },
  })),
  ...(await compare("cart created", create, "{}", { insert: { atLeast: 0.35, isGoal: true } })),
]
reportComparisons("api", comparisons, options)

async function compare(
  name: string,
  wish: LoadWish,
  bytes: string,
  targets: Partial<Record<"bytes" | "select" | "insert", Target | undefined>>,
) {
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

import type { Ground } from "#app/ground.ts"

interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Hears what a call sends, and asks the database how it would answer: as the program's own role, behind the wall. */
export async function explainCall(
  { ground, tenant }: { readonly ground: Ground; readonly tenant: string },
  call: () => Promise<unknown>,
): Promise<string[]> {
  const sent: Sent[] = []
  const { pool } = ground.database
  // One connection of its own: what is asked elsewhere meanwhile is nobody's business here.
  const held = await pool.connect()
  const query = held.query.bind(held) as (...words: unknown[]) => unknown
  Object.assign(held, {
    query: (...words: unknown[]) => {
      const heard = heardOf(words)
      if (heard) sent.push(heard)
      return query(...words)
    },
  })
  held.release()
  await call()
  Object.assign(held, { query })
  const plans: string[] = []
  const client = await pool.connect()
  try {
    for (const { text, values } of sent) {
      await client.query("begin")
      await client.query("select set_config('app.tenant_id', $1, true)", [tenant])
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        `explain (analyze, buffers off, timing off, costs off) ${text}`,
        [...values],
      )
      await client.query("rollback")
      plans.push([text, ...rows.map((row) => row["QUERY PLAN"])].join("\n"))
    }
  } finally {
    client.release()
  }
  return plans
}

function heardOf(words: readonly unknown[]): Sent | undefined {
  const [first, second] = words
  if (typeof first !== "object" || first === null) return undefined
  const { text, values } = first as { text?: unknown; values?: unknown }
  if (typeof text !== "string" || !/^\s*(?:select|with)/i.test(text)) return undefined
  const given = Array.isArray(values) ? values : Array.isArray(second) ? second : []
  return { text, values: given }
}

import { z } from "zod"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import type { HostFinding } from "./finding.ts"
import { proofRecordOf } from "./host-name.ts"

/** DNS over HTTPS with answers in JSON, as Cloudflare, Google and others give them. */
export const PUBLIC_NAME_SERVICE = "https://cloudflare-dns.com/dns-query"

export interface NameService {
  readonly outside: Outside
  /** "https://cloudflare-dns.com/dns-query", or our stand-in. */
  readonly nameServiceUrl: string
  readonly allowPrivate: boolean
}

export interface LookWish {
  readonly host: string
  readonly token: string
  /** The name that reaches this house. */
  readonly landing: string
}

/** Whether the proof stands there, and where the name leads. Never throws for what the service or the name does. */
export async function lookUp(
  service: NameService,
  wish: LookWish,
  signal?: AbortSignal,
): Promise<HostFinding> {
  const ask = (name: string, type: RecordType) => askService(service, { name, type }, signal)
  const { name, value } = proofRecordOf(wish.host, wish.token)
  try {
    const texts = (await ask(name, "TXT")).map(({ data }) => readText(data))
    const targets = await findTargets(ask, wish.host)
    const here = new Set([wish.landing, ...(targets.length > 0 ? await findTargets(ask, wish.landing) : [])])
    return {
      isProved: texts.includes(value),
      leads: targets.length === 0 ? "nowhere" : targets.some((one) => here.has(one)) ? "here" : "elsewhere",
      texts: texts.filter((one) => one !== value).slice(0, 5),
      targets: targets.slice(0, 5),
      trouble: null,
    }
  } catch (error) {
    if (!(error instanceof OutsideError) && !(error instanceof NoAnswer)) throw error
    return { isProved: false, leads: "nowhere", texts: [], targets: [], trouble: error.message.slice(0, 300) }
  }
}

type RecordType = "A" | "AAAA" | "TXT"
type Ask = (name: string, type: RecordType) => Promise<readonly { data: string }[]>

/** The service answered that it can't say. */
class NoAnswer extends Error {
  override readonly name = "NoAnswer"
}

const NO_ERROR = 0
const NO_SUCH_NAME = 3

const answerShape = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ name: z.string(), type: z.number(), data: z.string() })).optional(),
})

/** An alias comes along with the addresses it leads to, whichever was asked for. */
async function findTargets(ask: Ask, host: string): Promise<string[]> {
  const records = [...(await ask(host, "A")), ...(await ask(host, "AAAA"))]
  return [...new Set(records.map(({ data }) => data.toLowerCase().replace(/\.$/, "")))]
}

async function askService(
  { outside, nameServiceUrl, allowPrivate }: NameService,
  question: { readonly name: string; readonly type: RecordType },
  signal: AbortSignal | undefined,
): Promise<readonly { data: string }[]> {
  const { origin, pathname } = new URL(nameServiceUrl)
  const host = outside.host({ name: "name service", baseUrl: origin, allowPrivate, timeoutMs: 5_000 })
  const answer = await host.call({
    method: "GET",
    path: pathname,
    query: { ...question },
    headers: { accept: "application/dns-json" },
    ...(signal ? { signal } : {}),
  })
  if (answer.status !== 200) throw new NoAnswer(`The name service answered ${answer.status}.`)
  const read = answerShape.safeParse(parse(answer.text))
  if (!read.success) throw new NoAnswer("The name service answered in another shape.")
  const { Status, Answer = [] } = read.data
  if (Status !== NO_ERROR && Status !== NO_SUCH_NAME) {
    throw new NoAnswer(`The name service can't say (code ${Status}).`)
  }
  return Answer
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new NoAnswer("The name service answered no JSON.", { cause })
  }
}

/** Long texts come in quoted parts; some services leave the quotes away. */
function readText(data: string): string {
  const parts = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part = ""]) =>
    part.replace(/\\(.)/g, "$1"),
  )
  return (parts.length > 0 ? parts.join("") : data).trim()
}

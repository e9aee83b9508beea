import { gzipSync } from "node:zlib"
import type { MiddlewareHandler } from "hono"
import { takesGzip } from "./packed.ts"

/** Less is hardly made smaller. */
const LEAST_BYTES = 1_024
/** A fiftieth larger than at the usual level, in two thirds of the time. */
const LEVEL = 5

/**
 * Pages come in one piece and are packed in one: as a stream each would be sent in three, its head first, which costs
 * about as much as packing it.
 */
export const packPages: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers, status, body } = c.res
  if (!body || c.req.method === "HEAD" || headers.has("content-encoding")) return
  if (!headers.get("content-type")?.startsWith("text/html")) return
  if (!headers.get("vary")?.includes("accept-encoding")) headers.append("vary", "accept-encoding")
  if (!takesGzip(c.req.header("accept-encoding"))) return
  const page = await c.res.arrayBuffer()
  const isSmall = page.byteLength < LEAST_BYTES
  const sent = isSmall ? page : gzipSync(page, { level: LEVEL })
  headers.set("content-length", String(sent.byteLength))
  if (!isSmall) headers.set("content-encoding", "gzip")
  c.res = new Response(sent, { status, headers })
}

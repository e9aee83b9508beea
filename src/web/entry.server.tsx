import { PassThrough } from "node:stream"
import { createReadableStreamFromReadable } from "@react-router/node"
import { renderToPipeableStream } from "react-dom/server"
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from "react-router"
import { apiContext } from "./api-context.ts"
import { NonceContext } from "./nonce-context.ts"

// The program uses these very objects: a context key from a second copy of this module would not fit.
export { createRequestHandler, RouterContextProvider } from "react-router"
export { apiContext } from "./api-context.ts"

/** A page that takes longer has lost its reader; whatever is still pending is cut off. */
const renderLimitMs = 10_000

export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce, report } = context.get(apiContext)
  return new Promise((resolve, reject) => {
    const page = (
      <NonceContext value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </NonceContext>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        const body = new PassThrough()
        headers.set("content-type", "text/html; charset=utf-8")
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        pipe(body)
      },
      onShellError: reject,
      onError: report,
    })
    AbortSignal.timeout(renderLimitMs).addEventListener("abort", () => abort())
  })
}

/** What no loader or action foresaw. A reader who went away is no fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(apiContext).report(error)
}

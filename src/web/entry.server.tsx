import { Writable } from "node:stream"
import { type PipeableStream, renderToPipeableStream } from "react-dom/server"
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
      onAllReady() {
        clearTimeout(limit)
        headers.set("content-type", "text/html; charset=utf-8")
        gather(pipe, (body) => resolve(new Response(body, { headers, status })))
      },
      onShellError(error) {
        clearTimeout(limit)
        reject(error)
      },
      onError: report,
    })
    const limit = setTimeout(abort, renderLimitMs)
  })
}

/** Whole: our pages wait for nothing that they could be shown without, and one piece with its length costs least. */
function gather(pipe: PipeableStream["pipe"], done: (body: Uint8Array<ArrayBuffer>) => void): void {
  const pieces: Buffer[] = []
  pipe(
    new Writable({
      write(piece: Buffer, _encoding, next) {
        pieces.push(piece)
        next()
      },
      final(next) {
        done(Buffer.concat(pieces))
        next()
      },
    }),
  )
}

/** What no loader or action foresaw. A reader who went away is no fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(apiContext).report(error)
}

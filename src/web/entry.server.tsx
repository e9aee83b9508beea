import { Writable } from "node:stream"
import type { ReactElement } from "react"
import { type PipeableStream, renderToPipeableStream, renderToString } from "react-dom/server"
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router"
import { apiContext } from "./api-context.ts"
import { readHandoff, writeHandoff } from "./handoff.ts"
import { NonceContext } from "./nonce-context.ts"
import { listAgain } from "./unsent-data.ts"

// The program uses these very objects: a context key from a second copy of this module would not fit.
export { createRequestHandler, RouterContextProvider } from "react-router"
export { apiContext } from "./api-context.ts"

/** A page that takes longer has lost its reader; whatever is still pending is cut off. */
const renderLimitMs = 10_000

export default async function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce, report } = context.get(apiContext)
  listAgain(routerContext.staticHandlerContext.loaderData)
  const pageWith = (handoff: EntryContext["serverHandoffStream"]) => (
    <NonceContext value={nonce}>
      <ServerRouter
        context={{ ...routerContext, serverHandoffStream: handoff }}
        url={request.url}
        nonce={nonce}
      />
    </NonceContext>
  )
  headers.set("content-type", "text/html; charset=utf-8")
  const handoff = routerContext.serverHandoffStream
  const html = renderAtOnce(pageWith(undefined))
  if (html === undefined) {
    return new Response(await renderInTime(pageWith(handoff), { nonce, report }), { headers, status })
  }
  // Only a page that runs React in the browser needs what it was rendered from.
  const hydrates = (routerContext.renderMeta as { didRenderScripts?: boolean }).didRenderScripts === true
  if (hydrates && handoff) {
    return new Response(writeHandoff(paintFirst(html), await readHandoff(handoff), nonce), {
      headers,
      status,
    })
  }
  void handoff?.cancel().catch(() => undefined)
  return new Response(html, { headers, status })
}

/**
 * What need not be waited for takes half the time as what might have to be. A page with a part that is still being
 * loaded (the first reader of a lazy one) answers nothing here, nor does one that fails: the long way reports it.
 */
function renderAtOnce(page: ReactElement): string | undefined {
  try {
    const html = renderToString(page)
    return html.includes(PENDING) ? undefined : `<!DOCTYPE html>${html}`
  } catch {
    // The long way meets the same error, and reports it.
    return undefined
  }
}

/**
 * The scripts only make a page answer sooner: on a slow line they come after what it is painted with, which would
 * share the line with eight times its own weight. React Router has no setting for it.
 */
function paintFirst(html: string): string {
  return html.replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
}

/** How React marks a part that it left to the browser. */
const PENDING = "<!--$!-->"

function renderInTime(
  page: ReactElement,
  { nonce, report }: { nonce: string; report: (error: unknown) => void },
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(limit)
        gather(pipe, resolve)
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

/** What no loader or action foresaw. A reader who went away is no fault, nor is asking for what isn't there. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const isTheirs = isRouteErrorResponse(error) && error.status < 500
  if (!request.signal.aborted && !isTheirs) context.get(apiContext).report(error)
}

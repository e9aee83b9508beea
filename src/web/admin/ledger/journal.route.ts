import type { LoaderFunctionArgs } from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { servePage } from "../../serve-page.ts"

const endings = { hledger: "journal", beancount: "beancount" } as const

/** The whole books as a file, page by page through the same API: memory stays flat however many years there are. */
export function loader(args: LoaderFunctionArgs) {
  const format = args.params["format"] === "beancount" ? "beancount" : "hledger"
  return servePage(args, async ({ api, now }) => {
    // The first page is read before the answer begins, so that a refusal is still an error page.
    const first = await api.ledger.journal.read({ format })
    return new Response(streamOf(api, format, first), {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="books-${now.slice(0, 10)}.${endings[format]}"`,
        "cache-control": "no-store",
      },
    })
  })
}

type Format = keyof typeof endings

/** Pulled page by page: a reader who goes away stops the reading. */
function streamOf(
  api: ApiClient,
  format: Format,
  first: { readonly text: string; readonly next: string | null },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let page: { readonly text: string; readonly next: string | null } | undefined = first
  return new ReadableStream({
    async pull(controller) {
      if (!page) return controller.close()
      const { text, next } = page
      controller.enqueue(encoder.encode(text))
      page = next === null ? undefined : await api.ledger.journal.read({ format, after: next })
    },
  })
}

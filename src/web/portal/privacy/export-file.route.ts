import { type LoaderFunctionArgs, redirectDocument } from "react-router"
import { isApiProblem } from "../../api-problem.ts"
import { servePage } from "../../serve-page.ts"

/** The copy itself: the API asks whose it is, and for a fresh proof; that is shown first where it is missing. */
export function loader(args: LoaderFunctionArgs) {
  const id = args.params["export"] ?? ""
  return servePage(args, async ({ api }) => {
    try {
      const file = await api.privacy.own.download({ id })
      return new Response(file.stream(), {
        headers: {
          "content-type": "application/zip",
          "content-length": String(file.size),
          "content-disposition": `attachment; filename="my-data.zip"`,
          "cache-control": "no-store",
        },
      })
    } catch (error) {
      if (!isApiProblem(error) || error.code !== "identity.proof_needed") throw error
      throw redirectDocument(`/prove?to=${encodeURIComponent(`/portal/privacy/exports/${id}`)}`)
    }
  })
}

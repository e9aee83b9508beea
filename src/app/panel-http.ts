import { OutsideError } from "#kit/outside/call.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { describeOutsideCall } from "#kit/work/describe-call.ts"
import type { ProvisioningMeans } from "#provisioning"

type PanelHttp = ProvisioningMeans["http"]

/** The panels' way out: the same guarded client as everyone's. What a status means, the driver says. */
export function createPanelHttp(outside: Outside, options: { allowPrivate: boolean }): PanelHttp {
  return {
    send: async (call, request) => {
      const url = new URL(request.url)
      const host = outside.host({
        name: `panel ${url.host}`,
        baseUrl: url.origin,
        headers: () => request.headers,
        allowPrivate: options.allowPrivate,
      })
      const asked = {
        method: request.method,
        path: url.pathname + url.search,
        ...(request.body === undefined ? {} : { json: request.body }),
      }
      const per = {
        signal: call.signal,
        record: (record: Parameters<typeof describeOutsideCall>[0]) => call.note(describeOutsideCall(record)),
      }
      try {
        const answer = await host.call(asked, per)
        return { status: answer.status, retryAfter: answer.headers["retry-after"] ?? null, text: answer.text }
      } catch (error) {
        // A 429 or 5xx is an answer to a driver; everything without a status is its caller's to settle.
        if (!(error instanceof OutsideError) || error.status === undefined || error.status < 429) throw error
        return { status: error.status, retryAfter: error.retryAfterSeconds?.toString() ?? null, text: "" }
      }
    },
  }
}

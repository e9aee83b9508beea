import type { ReactNode } from "react"

export interface LiveRegionProps {
  /** Spoken when it changes. */
  readonly status: string
  /** Stream of the API whose events say that something changed. */
  readonly stream?: string | null | undefined
  /** Where no stream exists: asks again after so many milliseconds. */
  readonly pollMs?: number | undefined
  readonly children?: ReactNode
}

/**
 * A part of a shop page that keeps itself up to date: the page's small script fetches the page anew and puts
 * this part in place, so all words stay with the server. Without scripts the page reloads itself.
 */
export function LiveRegion({ status, stream, pollMs, children }: LiveRegionProps) {
  const isLive = Boolean(stream) || pollMs !== undefined
  return (
    <section id="live" data-stream={stream ?? undefined} data-poll={pollMs} className="space-y-6">
      {isLive ? (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      ) : null}
      <output data-status="" className="block text-lg">
        {status}
      </output>
      <div data-body="" className="space-y-6">
        {children}
      </div>
    </section>
  )
}

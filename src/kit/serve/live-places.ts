import { requestRefusals } from "./errors.ts"

/** How many may follow something live at once, in this process. */
export interface LivePlaces {
  /** Refuses when the caller or the house has no place left; call the answer when the stream is over. */
  enter(caller: string): () => void
}

export interface LiveLimits {
  /** More tabs than anybody looks at; many people may share one address. */
  readonly perCaller?: number
  /** Each costs some 50 kB and a look at every change. */
  readonly perProcess?: number
}

/** A browser tries again by itself; then another tab may have been closed. */
const RETRY_AFTER_SECONDS = 10

export function createLivePlaces({ perCaller = 30, perProcess = 1_000 }: LiveLimits = {}): LivePlaces {
  const taken = new Map<string, number>()
  let total = 0
  return {
    enter: (caller) => {
      const own = taken.get(caller) ?? 0
      if (own >= perCaller || total >= perProcess) {
        requestRefusals.refuse(
          "request.too_many_live",
          { seconds: RETRY_AFTER_SECONDS },
          { retryAfterSeconds: RETRY_AFTER_SECONDS, because: `${own} of the caller's, ${total} in all` },
        )
      }
      taken.set(caller, own + 1)
      total += 1
      let isHere = true
      return () => {
        if (!isHere) return
        isHere = false
        total -= 1
        const left = (taken.get(caller) ?? 1) - 1
        if (left === 0) taken.delete(caller)
        else taken.set(caller, left)
      }
    },
  }
}

import { shiftDay } from "./days.ts"
import { Day } from "./texts.tsx"

/** From the first to the last usable day; the API's end is the first day after it. */
export function PeriodText({ start, end }: { start: string | null; end: string | null }) {
  if (!start || !end) return null
  return (
    <>
      <Day on={start} /> – <Day on={shiftDay(end, -1)} />
    </>
  )
}

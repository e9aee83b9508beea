import { useEffect, useRef, useState } from "react"
import { Form, useSubmit } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Button } from "../../ui/button.tsx"
import { daysBetween, shiftDay } from "../../ui/days.ts"
import { words } from "./change-plan.words.ts"

export interface ChangeDayProps {
  readonly on: string
  readonly today: string
  readonly lastDay: string
}

/** So long it rests before the figures are asked for: a drag is one question, not thirty. */
const REST_MS = 200

/** What it would cost on another day: dragged, and the figures follow, or typed. Without scripts it is a plain form. */
export function ChangeDay({ on, today, lastDay }: ChangeDayProps) {
  const say = useWords(words)
  const language = useLanguage()
  const submit = useSubmit()
  const [day, setDay] = useState(on)
  // The field keeps what is being typed in it, and begins anew when the slider has moved.
  const [dragged, setDragged] = useState(on)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(resting.current), [])
  const choose = (next: string) => {
    clearTimeout(resting.current)
    if (next < today || next > lastDay) return
    setDay(next)
    resting.current = setTimeout(() => {
      void submit({ on: next }, { method: "get", replace: true, preventScrollReset: true })
    }, REST_MS)
  }
  return (
    <Form method="get" className="max-w-prose space-y-2 text-sm">
      <label className="block space-y-1">
        <span className="font-medium">{say("day")}</span>{" "}
        <span className="tabular-nums">{formatDay(day, language)}</span>
        <input
          type="range"
          min={0}
          max={daysBetween(today, lastDay)}
          value={daysBetween(today, day)}
          aria-valuetext={formatDay(day, language)}
          onChange={({ currentTarget: { valueAsNumber } }) => {
            const next = shiftDay(today, valueAsNumber)
            setDragged(next)
            choose(next)
          }}
          className="accent-accent block h-8 w-full cursor-grab active:cursor-grabbing"
        />
        <span aria-hidden="true" className="text-muted flex justify-between text-xs tabular-nums">
          <span>{formatDay(today, language)}</span>
          <span>{formatDay(lastDay, language)}</span>
        </span>
      </label>
      <div className="flex flex-wrap gap-3">
        <input
          key={dragged}
          type="date"
          name="on"
          aria-label={say("day")}
          min={today}
          max={lastDay}
          defaultValue={day}
          onChange={({ currentTarget: { value } }) => choose(value)}
          className="border-line bg-surface rounded-box h-10 border px-3"
        />
        <noscript>
          <Button type="submit" look="secondary">
            {say("compute")}
          </Button>
        </noscript>
      </div>
    </Form>
  )
}

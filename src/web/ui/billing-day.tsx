import { useSearchParams } from "react-router"
import type { ApiClient } from "../api-context.ts"
import { formatAmount } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { Banner } from "./banner.tsx"
import { words } from "./billing-day.words.ts"
import { Button } from "./button.tsx"
import { Card } from "./card.tsx"
import { TextField } from "./field.tsx"
import { PageForm, SubmitButton } from "./form.tsx"
import { Amount, Day } from "./texts.tsx"

export type BillingDayView = Awaited<ReturnType<ApiClient["billing"]["billingDay"]["get"]>>
type Preview = NonNullable<BillingDayView["preview"]>

export interface BillingDayProps {
  readonly view: BillingDayView
  readonly mayChoose: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** The day as it is, what another would cost line by line, and only then the button. */
export function BillingDay({ view, mayChoose, formKey, answer }: BillingDayProps) {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { day, preview } = view
  return (
    <>
      {search.has("saved") ? <Banner tone="good">{say("saved")}</Banner> : null}
      <Card>
        <p>{day === null ? say("none") : say("now", { day })}</p>
        <form method="get" className="flex flex-wrap items-start gap-3">
          <TextField
            name="day"
            label={say("day")}
            help={say("dayHelp")}
            type="number"
            min={1}
            max={28}
            required
            defaultValue={preview?.day ?? day ?? 1}
          />
          <div className="sm:pt-6">
            <Button look="secondary">{say("see")}</Button>
          </div>
        </form>
        {day !== null && mayChoose ? (
          <PageForm intent="end" formKey={`${formKey}:end`} answer={answer}>
            <p className="text-muted text-sm">{say("endWhat")}</p>
            <SubmitButton look="quiet">{say("end")}</SubmitButton>
          </PageForm>
        ) : null}
      </Card>
      {preview ? (
        <Card title={say("caption", { day: preview.day })}>
          <PreviewTable preview={preview} />
          {mayChoose && preview.day !== day ? (
            <PageForm intent="choose" formKey={`${formKey}:choose:${preview.day}`} answer={answer}>
              <input type="hidden" name="day" value={preview.day} />
              <SubmitButton>{say("choose", { day: preview.day })}</SubmitButton>
            </PageForm>
          ) : null}
        </Card>
      ) : null}
    </>
  )
}

function PreviewTable({ preview: { items, totals, day } }: { preview: Preview }) {
  const say = useWords(words)
  const language = useLanguage()
  if (items.length === 0) return <p>{say("nothing")}</p>
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{say("caption", { day })}</caption>
      <thead className="text-muted text-xs">
        <tr>
          {(["what", "time", "computed", "charge"] as const).map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-2 py-2 font-medium ${head === "charge" ? "text-end" : "text-start"} ${head === "computed" ? "hidden md:table-cell" : ""}`}
            >
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.subscriptionId} className="border-line border-t align-top">
            <th scope="row" className="px-2 py-2 text-start font-normal">
              <span className="break-words">{item.words[language]}</span>
              <span className="text-muted block text-xs md:hidden">
                <Computed item={item} />
              </span>
            </th>
            <td className="px-2 py-2">
              <Day on={item.start} /> – <Day on={item.lastDay} />
            </td>
            <td className="hidden px-2 py-2 md:table-cell">
              <Computed item={item} />
            </td>
            <td className="px-2 py-2 text-end tabular-nums">
              {item.isWaived ? (
                say("waived", { charge: formatAmount(item.charge, language) })
              ) : (
                <Amount value={item.charge} />
              )}
            </td>
          </tr>
        ))}
        {totals.map((total) => (
          <tr key={total.currency} className="border-line border-t font-semibold">
            <th scope="row" colSpan={2} className="px-2 py-2 text-start">
              {say("total")}
            </th>
            <td colSpan={2} className="px-2 py-2 text-end tabular-nums">
              <Amount value={total} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a phone it stands below what it is about. */
function Computed({ item }: { item: Preview["items"][number] }) {
  const say = useWords(words)
  const language = useLanguage()
  if (!item.share) return say("wholeTurn")
  return say("byDays", { whole: formatAmount(item.whole, language), ...item.share })
}

/** What the address asks for; what is no such day is none. */
export function readDay(request: Request): number | undefined {
  const day = Number(new URL(request.url).searchParams.get("day"))
  return Number.isInteger(day) && day >= 1 && day <= 28 ? day : undefined
}

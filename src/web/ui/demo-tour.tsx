import { useLocation } from "react-router"
import { withLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { words as commonWords } from "../words.ts"
import { Icon } from "./icon.tsx"
import { words } from "./tour.words.ts"

/** Addresses of the sandbox are written once; pages of the shop have a Korean one. */
const stops = [
  { title: "buyTitle", text: "buy", link: "buyLink", to: "/products/vps" },
  { title: "breakTitle", text: "break", link: "breakLink", to: "/sandbox/virtfusion" },
  { title: "repairTitle", text: "repair", link: "repairLink", to: "/admin/operations?state=stuck" },
  { title: "clockTitle", text: "clock", link: "clockLink", to: "/sandbox/clock" },
  { title: "moneyTitle", text: "money", link: "moneyLink", to: "/admin/subscriptions/run" },
] as const

/** Opened where somebody stands, without any script, or by "#tour"; put away for good by its last link. */
export function DemoTour() {
  return useRoot()?.isTourOver ? <TourAgain /> : <Tour />
}

function Tour() {
  const say = useWords(words)
  const title = useWords(commonWords)("tour")
  const language = useLanguage()
  return (
    <details className="group inline-block max-w-full align-top open:block">
      <summary className="shop-plain inline-flex cursor-pointer items-center gap-0.5 font-medium">
        <span className="underline">{title}</span>
        <Icon name="down" className="size-3.5 transition-transform group-open:rotate-180" />
      </summary>
      <div
        id="tour"
        className="bg-surface text-ink border-line rounded-box mx-auto my-2 max-w-prose border p-4 text-start text-sm shadow-sm"
      >
        <p className="text-muted">{say("lead")}</p>
        <ol className="my-3 list-decimal space-y-3 ps-5">
          {stops.map(({ title, text, link, to }) => (
            <li key={title}>
              <strong className="font-medium">{say(title)}</strong>
              <p className="text-muted">{say(text)}</p>
              <a
                className="text-accent underline"
                href={to.startsWith("/sandbox") ? to : withLanguage(to, language)}
              >
                {say(link)}
              </a>
            </li>
          ))}
        </ol>
        <TourLink choice="over">{say("away")}</TourLink>
      </div>
    </details>
  )
}

function TourAgain() {
  return <TourLink choice="again">{useWords(words)("again")}</TourLink>
}

function TourLink({ choice, children }: { choice: "over" | "again"; children: string }) {
  const { pathname, search } = useLocation()
  return (
    <a className="underline" href={`/tour/${choice}?to=${encodeURIComponent(pathname + search)}`}>
      {children}
    </a>
  )
}

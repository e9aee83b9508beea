import { data, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { withLanguage } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { LiveRegion } from "../../ui/live-region.tsx"
import { words as commonWords } from "../../words.ts"
import { PrivateTitle } from "../private-title.tsx"
import { ShopError } from "../shop-error.tsx"
import { listStops, type Stop } from "./stops.ts"
import { words } from "./words.ts"

/** Of the house's own books it is read; a stop that was done in another tab ticks itself here. */
const LOOK_EVERY_MS = 4_000

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ shop, tour }) => {
    if (!shop.isDemo) throw data(null, { status: 404 })
    return { stops: listStops(await tour()) }
  })
}

export default function TourPage() {
  const say = useWords(words)
  const { stops } = useLoaderData<typeof loader>()
  const done = stops.filter(({ isDone }) => isDone).length
  const next = stops.find(({ isDone }) => !isDone)
  return (
    <main id="content" className="mx-auto w-full max-w-2xl space-y-6 px-4 py-10">
      <PrivateTitle title={useWords(commonWords)("tour")} />
      <p className="text-muted">{say("lead")}</p>
      <LiveRegion
        status={next ? say("standing", { done, of: stops.length }) : say("allDone")}
        pollMs={next ? LOOK_EVERY_MS : undefined}
      >
        <ol className="space-y-4">
          {stops.map((stop, index) => (
            <StopCard key={stop.name} number={index + 1} stop={stop} isNext={stop === next} />
          ))}
        </ol>
        {next ? null : <Money />}
      </LiveRegion>
      <p className="text-sm">
        <a className="text-accent underline" href="/tour/over?to=%2F">
          {say("away")}
        </a>
      </p>
    </main>
  )
}

function StopCard({ number, stop, isNext }: { number: number; stop: Stop; isNext: boolean }) {
  const say = useWords(words)
  const language = useLanguage()
  const { name, isDone, to } = stop
  return (
    <li
      aria-current={isNext ? "step" : undefined}
      className={`rounded-box flex gap-4 border p-5 ${isNext ? "border-accent" : "border-line"}`}
    >
      <span
        aria-hidden="true"
        className={`mt-0.5 inline-flex size-7 shrink-0 items-center justify-center rounded-full border text-sm font-semibold ${
          isDone ? "border-good bg-good-soft text-good" : "border-line-strong text-muted"
        }`}
      >
        {isDone ? "✓" : number}
      </span>
      <div className="min-w-0 grow space-y-1">
        <h2 className="font-semibold">
          {say(`${name}Title`)}
          {isDone ? <span className="text-good ms-2 text-sm font-normal">{say("done")}</span> : null}
        </h2>
        <p className="text-muted text-sm">{say(name)}</p>
        <p>
          <a
            className="text-accent text-sm underline"
            href={to.startsWith("/sandbox") ? to : withLanguage(to, language)}
          >
            {say(`${name}Link`)}
          </a>
        </p>
      </div>
    </li>
  )
}

/** Nothing to do there, and the best of all to look at. */
function Money() {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <p className="text-muted text-sm">
      {say("money")}{" "}
      <a className="text-accent underline" href={withLanguage("/admin/subscriptions/run", language)}>
        {say("moneyLink")}
      </a>
    </p>
  )
}

export { ShopError as ErrorBoundary }

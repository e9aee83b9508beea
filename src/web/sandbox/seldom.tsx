import { lazy, Suspense, useState } from "react"
import { Link } from "react-router"
import type { Way } from "../admin/navigation.ts"
import { useWords } from "../i18n/use-words.ts"
import { Button } from "../ui/button.tsx"
import { DataTable } from "../ui/data-table.tsx"
import { Difference } from "../ui/difference.tsx"
import { ProgressNow } from "../ui/progress-now.tsx"
import { Section } from "./section.tsx"
import { words } from "./words.ts"

const Palette = lazy(() => import("../admin/palette.tsx").then((module) => ({ default: module.Palette })))
const KeySheet = lazy(() => import("../admin/key-sheet.tsx").then((module) => ({ default: module.KeySheet })))

const ViewsMenu = lazy(() =>
  import("../admin/desk/saved-views.tsx").then((module) => ({ default: module.ViewsMenu })),
)

const ways: readonly Way[] = [
  { to: "/admin", word: "overview", icon: "home", key: "h" },
  { to: "/admin/orders", word: "orders", icon: "order", key: "o" },
]

/** The page itself fails so, by `?fail=`. */
export const failures: readonly number[] = [403, 404, 422, 429, 500]

/** What one has to break, lose or look for to see it. */
export function Seldom() {
  const say = useWords(words)
  return (
    <>
      <Section title={say("difference")}>
        <Difference before={sampleBefore} after={sampleAfter} />
      </Section>
      <Section title={say("emptyTable")}>
        <DataTable
          caption={say("emptyTable")}
          page={{ items: [] as { number: string }[], next: null }}
          rowKey={(row) => row.number}
          empty={say("none")}
          emptyHelp={say("emptyHelp")}
          columns={[{ key: "number", label: say("number"), cell: (row) => row.number }]}
        />
      </Section>
      <Section title={say("lost")}>
        <ProgressNow label={say("steps")} connection="reconnecting" progress={null} />
      </Section>
      <Section title={say("failures")}>
        <p className="flex flex-wrap gap-4">
          {failures.map((status) => (
            <Link
              key={status}
              className="text-accent underline"
              to={`/sandbox/parts?fail=${status}`}
              reloadDocument
            >
              {status}
            </Link>
          ))}
        </p>
      </Section>
      <OfAdmin />
    </>
  )
}

function OfAdmin() {
  const say = useWords(words)
  const [open, setOpen] = useState<"palette" | "keys">()
  const [text, setText] = useState("")
  const close = () => setOpen(undefined)
  return (
    <Section title={say("wholeAdmin")}>
      <div className="flex flex-wrap gap-3">
        <Button type="button" look="secondary" onClick={() => setOpen("palette")}>
          {say("palette")}
        </Button>
        <Button type="button" look="secondary" onClick={() => setOpen("keys")}>
          {say("keySheet")}
        </Button>
        <ViewsMenu
          list="orders"
          shown="state=paid"
          views={[
            { id: "1", name: say("kept"), query: "state=awaiting_payment", isOwn: true },
            { id: "2", name: say("sharedView"), query: "state=paid", isOwn: false },
          ]}
        />
      </div>
      <Suspense>
        {open === "palette" ? <Palette {...{ ways, close, text, setText }} /> : null}
        {open === "keys" ? <KeySheet {...{ ways, close }} /> : null}
      </Suspense>
    </Section>
  )
}

const sampleBefore = { name: "Mina", phone: "+821012345678", tags: ["vip"], creditLimit: 0 }
const sampleAfter = {
  name: "Mina Kim",
  phone: "+821012345678",
  tags: ["vip", "invoice"],
  terms: { days: 14 },
}

import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Amount } from "../../ui/texts.tsx"
import { words } from "./arms-card.words.ts"

type Arm = Awaited<ReturnType<ApiClient["orders"]["couponArms"]>>["items"][number]

/** What each percent has brought, beside the others. */
export function ArmsCard({ arms }: { arms: readonly Arm[] }) {
  const say = useWords(words)
  return (
    <section className="space-y-3" aria-labelledby="arms">
      <h2 id="arms" className="text-lg font-semibold">
        {say("title")}
      </h2>
      <p className="text-muted text-sm">{say("help")}</p>
      <DataTable
        caption={say("title")}
        page={{ items: [...arms], next: null }}
        rowKey={({ name }) => name}
        empty={say("title")}
        columns={[
          { key: "arm", label: say("arm"), cell: ({ name, percent }) => `${name} · ${percent}%` },
          { key: "visits", label: say("visits"), isNumber: true, cell: ({ visits }) => visits },
          { key: "uses", label: say("uses"), isNumber: true, cell: ({ uses }) => uses },
          { key: "paid", label: say("paid"), isNumber: true, cell: ({ paid }) => paid },
          { key: "conversion", label: say("conversion"), isNumber: true, cell: conversionOf },
          { key: "revenue", label: say("revenue"), isNumber: true, cell: (arm) => <Revenue arm={arm} /> },
        ]}
      />
    </section>
  )
}

/** Tenths of a percent, of those who got it; nothing before anybody did. */
function conversionOf({ visits, paid }: Arm): string {
  return visits === 0 ? "–" : `${Math.round((paid * 1_000) / visits) / 10}%`
}

function Revenue({ arm: { revenue } }: { arm: Arm }) {
  return (
    <>
      {revenue.map((one) => (
        <span key={one.currency} className="block">
          <Amount value={one} />
        </span>
      ))}
    </>
  )
}

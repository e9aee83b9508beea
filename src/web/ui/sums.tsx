import type { WireMoney } from "#kit/money.ts"
import { useWords } from "../i18n/use-words.ts"
import { words } from "./billing.words.ts"
import { Amount } from "./texts.tsx"

export interface SumsProps {
  readonly of: { readonly net: WireMoney; readonly tax: WireMoney; readonly total: WireMoney }
}

/** What the lines of a paper add up to, under their amounts. */
export function Sums({ of }: SumsProps) {
  const say = useWords(words)
  return (
    <dl className="border-line ms-auto w-full max-w-xs space-y-1 border-t pt-3 text-sm">
      {(["net", "tax"] as const).map((part) => (
        <div key={part} className="text-muted flex justify-between gap-4">
          <dt>{say(part)}</dt>
          <dd>
            <Amount value={of[part]} />
          </dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 text-base font-semibold">
        <dt>{say("total")}</dt>
        <dd>
          <Amount value={of.total} />
        </dd>
      </div>
    </dl>
  )
}

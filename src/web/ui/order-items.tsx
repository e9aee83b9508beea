import type { z } from "zod"
import type { orderItemShape } from "#orders/contract"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { words } from "./order.words.ts"
import { Breakable } from "./texts.tsx"

/** What was ordered, a line each: what it is, for how long, how often, and its name. */
export function OrderItems({ items }: { items: readonly z.infer<typeof orderItemShape>[] }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <ul>
      {items.map((item) => (
        <li
          key={`${item.hostname} ${item.cycle} ${item.options.map(({ en }) => en).join()}`}
          className="break-words"
        >
          {item.planName[language]} · <Breakable text={item.hostname} /> (
          {say("forCycle", { cycle: item.cycle })}){item.quantity > 1 ? ` × ${item.quantity}` : null}
          {item.options.length > 0 ? (
            <span className="text-muted block text-sm">
              {item.options.map((option) => option[language]).join(", ")}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

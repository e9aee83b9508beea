import { Link, useSearchParams } from "react-router"

export interface TabLinksProps {
  readonly label: string
  /** The first one is shown without a word in the address. */
  readonly tabs: readonly { readonly key: string; readonly label: string; readonly count?: string }[]
}

/** Which tab the address asks for. */
export function useTab<Key extends string>(keys: readonly [Key, ...Key[]]): Key {
  const wanted = useSearchParams()[0].get("tab")
  return keys.find((key) => key === wanted) ?? keys[0]
}

/** Parts of one page as addresses: they can be sent, gone back to, and need no script. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const current = useTab(tabs.map(({ key }) => key) as [string, ...string[]])
  return (
    <nav aria-label={label} className="border-line overflow-x-auto border-b">
      <ul className="flex gap-1">
        {tabs.map((tab, index) => (
          <li key={tab.key}>
            <Link
              to={index === 0 ? "?" : `?tab=${tab.key}`}
              preventScrollReset
              aria-current={tab.key === current ? "page" : undefined}
              className="text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink -mb-px flex min-h-10 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap no-underline"
            >
              {tab.label}
              {tab.count ? <span className="bg-raised rounded-full px-1.5 text-xs">{tab.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

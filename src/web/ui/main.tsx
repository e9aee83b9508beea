import type { ReactNode } from "react"

/** The page's own part, where the skip link leads. */
export function Main({ children }: { children: ReactNode }) {
  return (
    <main
      id="content"
      className="mx-auto w-full max-w-6xl grow space-y-6 px-4 py-8 in-data-shell:max-w-7xl in-data-shell:space-y-5 in-data-shell:py-6 sm:in-data-shell:px-6"
    >
      {children}
    </main>
  )
}

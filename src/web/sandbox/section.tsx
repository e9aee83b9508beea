import type { ReactNode } from "react"

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-4 pt-4">
      <h2 className="border-line border-b pb-1 text-base font-semibold">{title}</h2>
      {children}
    </section>
  )
}

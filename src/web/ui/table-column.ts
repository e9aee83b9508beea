import type { ReactNode } from "react"

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand to the right, under each other. */
  readonly isNumber?: boolean
  /** Left out on a phone; the detail page has it. */
  readonly isWide?: boolean
  /** On a phone it has no column of its own: it stands below what names the row. */
  readonly isBelow?: boolean
  /** The moment that the list goes by: its head turns the order round. */
  readonly isOrder?: boolean
  /** By what name in the address the list can go by this column instead. */
  readonly sort?: string
  /** Shown only to whoever chooses it. */
  readonly isExtra?: boolean
}

export interface RowSelection<Row> {
  /** The form that the ticks belong to, where the table doesn't stand in it. */
  readonly form?: string
  readonly canSelect: (row: Row) => boolean
  readonly label: (row: Row) => string
  readonly bulk: ReactNode
}

interface ColumnHeadProps {
  readonly isNumber?: boolean
  /** Of a column that only a desk has room for. */
  readonly isWide?: boolean
  readonly children: string
}

/** The head of a column of a plain table of sums. */
export function ColumnHead({ isNumber, isWide, children }: ColumnHeadProps) {
  return (
    <th
      scope="col"
      className={`px-3 py-2 text-xs font-medium whitespace-nowrap ${isNumber ? "text-end" : "text-start"} ${isWide ? "hidden md:table-cell" : ""}`}
    >
      {children}
    </th>
  )
}

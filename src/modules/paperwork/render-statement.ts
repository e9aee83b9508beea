import { printPaper } from "#billing"
import type { StatementSheet } from "./read-statement-sheet.ts"

/** Printing takes milliseconds of pure computing: no transaction is held meanwhile. */
export function renderStatement({ paper, on, logo, name }: StatementSheet): File {
  return new File([printPaper(paper, on, logo)], name, { type: "application/pdf" })
}

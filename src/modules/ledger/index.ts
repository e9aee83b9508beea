export { exportJournal } from "./export-journal.ts"
export type { JournalFormat } from "./journal-text.ts"
export {
  type CustomerBalance,
  listCustomerBalances,
} from "./list-customer-balances.ts"
export { listCustomerCurrencies } from "./list-customer-currencies.ts"
export { type CustomerMove, listCustomerMoves } from "./list-customer-moves.ts"
export { lockBalances } from "./lock-balances.ts"
export { ledgerPersonalData } from "./personal-data.ts"
export type { TransferPosting } from "./plan-transfer.ts"
export { type NewTransfer, postTransfer } from "./post-transfer.ts"
export { proveBooks } from "./prove-books.ts"
export { getBalance, rollUpBalance } from "./queries.ts"
export { ledgerRouter } from "./router.ts"
export { sumMovements } from "./sum-movements.ts"
export { keepTransferWords } from "./transfer-words.ts"

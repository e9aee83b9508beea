import { readAccountName } from "./account-role.ts"

export interface TransferPosting {
  /** The account's role name: "receivable:acc_…". */
  readonly account: string
  /** Signed minor units: positive is debit. */
  readonly minor: bigint
}

/** Zero postings dropped, the rest checked. What can't be balanced is a bug of ours, never a customer's doing. */
export function planTransfer(key: string, wanted: readonly TransferPosting[]): TransferPosting[] {
  const postings = wanted.filter((posting) => posting.minor !== 0n)
  for (const posting of postings) readAccountName(posting.account)
  const total = postings.reduce((sum, posting) => sum + posting.minor, 0n)
  if (total !== 0n) throw new Error(`Transfer ${key} is out of balance by ${total}.`)
  return postings
}

/** One change per account, in one order everywhere, so that two transfers can't wait for each other. */
export function planBalanceChanges(postings: readonly TransferPosting[]): TransferPosting[] {
  const changes = new Map<string, bigint>()
  for (const { account, minor } of postings) {
    if (readAccountName(account).side === "customer")
      changes.set(account, (changes.get(account) ?? 0n) + minor)
  }
  return [...changes]
    .map(([account, minor]) => ({ account, minor }))
    .sort((first, second) => (first.account < second.account ? -1 : 1))
}

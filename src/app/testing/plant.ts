/** For each rule: files that break it, and files that look alike and don't. */
export interface Plant {
  readonly rule: string
  readonly what: string
  readonly bad: Readonly<Record<string, string>>
  /** How many violations the bad files hold; 1 unless told. */
  readonly times?: number
  readonly good?: Readonly<Record<string, string>>
}

/** A file of a module, and one of the kit. */
export const billing = (text: string) => ({ "src/modules/billing/issue-invoice.ts": text })
export const kit = (text: string) => ({ "src/kit/thing.ts": text })

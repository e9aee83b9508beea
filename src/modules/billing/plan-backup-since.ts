import type { CollectingPolicy } from "./collecting-policy.ts"

/** A backup made in the week before it was suspended is as good: what stands still may get none. */
const BACKUP_DAYS = 7

/** From when a backup counts of what stands still since that day; null: none is waited for. */
export function planBackupSince(
  { backupFirst }: Pick<CollectingPolicy, "backupFirst">,
  stillSince: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  return backupFirst && stillSince ? stillSince.subtract({ days: BACKUP_DAYS }) : null
}

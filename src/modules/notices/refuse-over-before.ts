import { noticeRefusals } from "./errors.ts"

export function refuseOverBefore(publishAt: string | null, expiresAt: Temporal.Instant | null): void {
  if (publishAt === null || expiresAt === null) return
  if (Temporal.Instant.compare(expiresAt, Temporal.Instant.from(publishAt)) > 0) return
  noticeRefusals.refuse("notices.ends_before", {}, { field: "expiresAt" })
}

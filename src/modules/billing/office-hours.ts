/**
 * When customers are written to and machines are touched for money: never at night, and never while banks do their
 * own maintenance around midnight. Undefined: now.
 */
export function planOfficeHours(
  now: Temporal.Instant,
  hours: { readonly timeZone: string; readonly fromHour: number; readonly toHour: number },
): Temporal.Instant | undefined {
  const local = now.toZonedDateTimeISO(hours.timeZone)
  if (local.hour >= hours.fromHour && local.hour < hours.toHour) return undefined
  const day = local.hour >= hours.toHour ? local.add({ days: 1 }) : local
  return day
    .toPlainDate()
    .toZonedDateTime({ timeZone: hours.timeZone, plainTime: { hour: hours.fromHour } })
    .toInstant()
}

/** The sign-in library's columns speak Date; the moment is still the one it is given. */
export function libraryMoment(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds)
}

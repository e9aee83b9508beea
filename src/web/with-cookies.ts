/** One header line per cookie: joined with commas they would be read as one. */
export function withCookies(cookies: readonly string[]): { headers: Headers } {
  const headers = new Headers()
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return { headers }
}

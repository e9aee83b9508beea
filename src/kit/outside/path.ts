/**
 * path`/servers/${id}/power`: what is put in stays one segment. A value that could climb out of its place,
 * however often it is encoded, throws: no provider has an id like that.
 */
export function path(parts: TemplateStringsArray, ...values: readonly (string | number | bigint)[]): string {
  let joined = parts[0] ?? ""
  for (const [index, value] of values.entries()) {
    joined += encodeSegment(String(value)) + (parts[index + 1] ?? "")
  }
  return joined
}

/** Why the path may not stand behind a base URL; undefined when it may. */
export function whyPathEscapes(below: string): string | undefined {
  if (!below.startsWith("/")) return "a path begins with a slash"
  if (/[?#]/.test(below)) return "a path carries no query and no fragment"
  if (/[^!-~]/.test(below)) return "the path holds characters that must be encoded"
  const plain = decodeFully(below)
  if (plain === undefined) return "the path can't be decoded"
  if (hasControls(plain) || plain.includes("\\")) return "the path holds backslashes or control characters"
  if (plain.includes("//")) return "the path holds an empty segment"
  // ";" as well: servers of the Java family cut a segment there, so "..;x" climbs.
  if (plain.split("/").some((segment) => /^\.{1,2}(;|$)/.test(segment))) return "the path climbs"
  return undefined
}

function encodeSegment(value: string): string {
  const plain = value.isWellFormed() ? decodeFully(value) : undefined
  const climbs = plain === undefined || plain === "" || /^\.{1,2}(;|$)/.test(plain)
  // The value is left out of the words: it came from somebody else and may be a secret.
  if (climbs || /[/\\]/.test(plain) || hasControls(plain))
    throw new PathRefused("a value can't be a path segment")
  return encodeURIComponent(value)
}

export class PathRefused extends Error {
  override readonly name = "PathRefused"
}

/** Servers decode once, proxies before them once more: 5 rounds are more than any chain in front of a panel. */
const MOST_DECODINGS = 5

function decodeFully(text: string): string | undefined {
  let plain = text
  for (let round = 0; round < MOST_DECODINGS; round++) {
    const decoded = decodeOnce(plain)
    if (decoded === plain) return plain
    plain = decoded
  }
  return undefined
}

/** A lone "%" is a character like any other; the others are still decoded. */
function decodeOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return Buffer.from(encoded.replaceAll("%", ""), "hex").toString("latin1")
    }
  })
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

/** Licences that let us link a package and hand it on under MIT. SPDX names. */
export const allowedLicences = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0", // file by file: what we add stays ours, and we change none of their files
  "OFL-1.1", // fonts
  "PostgreSQL",
  "Python-2.0",
  "PSF-2.0",
  "Unlicense",
  "Zlib",
] as const

export interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string }>>
}

/** What of the installed production packages has a licence that isn't on the list. */
export function findForbiddenLicences(
  lock: LockFile,
  readLicence: (path: string) => string | undefined,
): string[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== "" && !entry.dev)
    .flatMap(([path, entry]) => {
      // An optional package for another machine isn't installed; then the lock file's own word counts.
      const licence = readLicence(path) ?? entry.license ?? "none stated"
      return isAllowed(licence) ? [] : [`${path.replace(/^.*node_modules\//, "")}: ${licence}`]
    })
}

/** "(MIT OR GPL-3.0)" leaves us the choice; "MIT AND GPL-3.0" does not. */
export function isAllowed(licence: string): boolean {
  const text = licence.replace(/^\((.*)\)$/, "$1").trim()
  if (/\sOR\s/.test(text)) return text.split(/\sOR\s/).some(isAllowed)
  if (/\sAND\s/.test(text)) return text.split(/\sAND\s/).every(isAllowed)
  return (allowedLicences as readonly string[]).includes(text)
}

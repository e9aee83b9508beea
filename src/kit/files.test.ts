import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createFileStore, FileError, type FileStore } from "./files.ts"

let root = ""
let files: FileStore
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "files-"))
  files = createFileStore({ place: join(root, "store"), maxBytes: 1_000 })
})
afterAll(() => rm(root, { recursive: true }))

const content = Buffer.from("hello")
const text = { content, contentType: "text/plain", name: "hello.txt" }

async function everyPath(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

describe("a stored file", () => {
  it("comes back as it was put, with its type, name, size and hash", async () => {
    const stored = await files.put("tnt_a", text)
    expect(stored).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: "hello.txt",
      contentType: "text/plain",
      bytes: 5,
      sha256: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    })
    const found = await files.get("tnt_a", stored.key)
    expect(found.file).toEqual(stored)
    expect(Buffer.from(found.bytes)).toEqual(content)
  })

  it("is another tenant's to nobody", async () => {
    const { key } = await files.put("tnt_a", text)
    await expect(files.get("tnt_b", key)).rejects.toMatchObject({ kind: "absent" })
    await files.delete("tnt_b", key)
    await expect(files.get("tnt_a", key)).resolves.toBeDefined()
  })

  it("is gone when deleted, twice if need be", async () => {
    const { key } = await files.put("tnt_a", text)
    await files.delete("tnt_a", key)
    await files.delete("tnt_a", key)
    await expect(files.get("tnt_a", key)).rejects.toMatchObject({ kind: "absent" })
    expect((await everyPath()).filter((path) => path.includes(key))).toEqual([])
  })

  it("does not exist before it is whole", async () => {
    const { key } = await files.put("tnt_a", text)
    await rm(join(root, "store", "tnt_a", key.slice(0, 2), `${key}.json`))
    await expect(files.get("tnt_a", key)).rejects.toMatchObject({ kind: "absent" })
  })

  it.each([
    ["changed", (path: string) => writeFile(path, "hellO")],
    ["cut", (path: string) => writeFile(path, "hell")],
    ["lost", (path: string) => rm(path)],
    ["badly described", (path: string) => writeFile(`${path}.json`, "{")],
    ["described as something else", (path: string) => writeFile(`${path}.json`, '{"key":1}')],
  ])("is not handed out when it was %s", async (_, harm) => {
    const { key } = await files.put("tnt_a", text)
    await harm(join(root, "store", "tnt_a", key.slice(0, 2), key))
    await expect(files.get("tnt_a", key)).rejects.toMatchObject({ kind: "damaged" })
  })
})

describe("bounds", () => {
  it("hold for whole files and for streams, which are not read on", async () => {
    await expect(files.put("tnt_a", { ...text, content: Buffer.alloc(1_001) })).rejects.toThrow(FileError)
    await expect(files.put("tnt_a", { ...text, content: Buffer.alloc(1_000) })).resolves.toMatchObject({
      bytes: 1_000,
    })
    let asked = 0
    const endless = (async function* () {
      for (;;) yield Buffer.alloc(++asked && 300)
    })()
    await expect(files.put("tnt_a", { ...text, content: endless })).rejects.toMatchObject({
      kind: "too_large",
    })
    expect(asked).toBe(4)
  })
})

describe("names, types, tenants and keys", () => {
  it("never leave the store, whatever they are", async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(
        "../../../etc/passwd",
        "..\\..\\x",
        "/etc/passwd",
        "a\0b",
        "..",
        ".",
        "",
        "x".repeat(5_000),
        "%2e%2e%2f",
        "C:\\x",
      ),
    )
    const before = await everyPath()
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, contentType) => {
        const stored = await files.put("tnt_c", { content, name, contentType })
        expect(stored.name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|^$/u)
        expect(stored.contentType).toMatch(/^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/)
        expect((await files.get("tnt_c", stored.key)).file).toEqual(stored)
        await files.delete("tnt_c", stored.key)
      }),
      { numRuns: 30 },
    )
    expect(await everyPath()).toEqual(before)
  })

  it.each(["../tnt_a", "tnt_a/..", "..", ".", "", "tnt_a/x", "TNT", "a\0"])(
    "%j is no tenant",
    async (tenant) => {
      await expect(files.put(tenant, text)).rejects.toThrow("not a tenant")
      await expect(files.get(tenant, "0".repeat(32))).rejects.toThrow("not a tenant")
    },
  )

  it.each([
    "../secret",
    "..",
    "",
    "0".repeat(31),
    `${"0".repeat(32)}.json`,
    `../../${"0".repeat(32)}`,
    "A".repeat(32),
  ])("%j is no key", async (key) => {
    await writeFile(join(root, "secret"), "outside")
    await expect(files.get("tnt_a", key)).rejects.toMatchObject({ kind: "absent" })
    await expect(files.delete("tnt_a", key)).rejects.toMatchObject({ kind: "absent" })
    expect(await readFile(join(root, "secret"), "utf8")).toBe("outside")
  })

  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\me\\invoice.pdf", "invoice.pdf"],
    ["exe\u202egpj.exe", "exegpj.exe"],
    [".htaccess", "htaccess"],
    ["견적서 (최종).pdf", "견적서 (최종).pdf"],
    ["\r\nSet-Cookie: x", "Set-Cookie x"],
    ["...", "file"],
  ])("%j is shown as %j", async (name, shown) => {
    expect((await files.put("tnt_a", { ...text, name })).name).toBe(shown)
  })
})

import { describe, expect, it } from "vitest"
import { readFileKind } from "./file-kind.ts"

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const png = "\u0089PNG\r\n\u001a\n....IEND\u00aeB`\u0082"
const jpeg = "\u00ff\u00d8\u00ff\u00e0....\u00ff\u00d9"
const pdf = "%PDF-1.7\n1 0 obj\n%%EOF\n"
const docx = "PK\u0003\u0004....[Content_Types].xml....PK\u0005\u0006...."

describe("a file is kept when it is what its name says", () => {
  it.each([
    ["contract.pdf", pdf, "application/pdf"],
    ["id.PNG", png, "image/png"],
    ["id.jpeg", jpeg, "image/jpeg"],
    ["offer.docx", docx, expect.stringContaining("wordprocessingml")],
    ["said.txt", "Anrufen am Montag\n", "text/plain; charset=utf-8"],
    ["list.csv", "a,b\n1,2\n", "text/csv; charset=utf-8"],
  ])("%s", (name, content, wanted) => {
    expect(readFileKind(name, bytes(content))).toEqual(wanted)
  })
})

describe("and refused when it is anything besides", () => {
  it.each([
    ["nothing at all", "empty.txt", ""],
    ["a page", "page.html", "<html></html>"],
    ["a picture that runs", "logo.svg", "<svg onload=alert(1)>"],
    ["a program", "setup.exe", "MZ...."],
    ["no ending", "passwd", "root:x:0:0"],
    ["a page that calls itself a text", "note.txt", "  <script>alert(1)</script>"],
    ["markup further down in a text", "note.txt", "hello <iframe src=x>"],
    ["bytes that are no text", "note.txt", "\u0000\u0001\u00ff"],
    ["a program that calls itself a paper", "paper.pdf", "MZ....%%EOF"],
    ["a paper that calls itself a picture", "paper.png", pdf],
    ["a paper that is an archive as well", "paper.pdf", `${pdf}PK\u0005\u0006........%%EOF`],
    ["a picture with an archive behind it", "id.png", `${png}PK\u0003\u0004....PK\u0005\u0006....`],
    [
      "a picture with a page in front of its end",
      "id.jpg",
      "\u00ff\u00d8\u00ff<script>alert(1)</script>\u00ff\u00d9",
    ],
    ["a picture with a program behind it", "id.jpg", `${jpeg}<?php system($_GET[0]); ?>`],
    ["an archive that calls itself an office paper", "offer.docx", "PK\u0003\u0004....PK\u0005\u0006...."],
    ["an office paper with a program in it", "offer.xlsx", docx.replace("....[", "vbaProject.bin[")],
  ])("%s", (_, name, content) => {
    expect(readFileKind(name, bytes(content))).toBeUndefined()
  })
})

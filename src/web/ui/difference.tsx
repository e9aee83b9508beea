import { useWords } from "../i18n/use-words.ts"
import { words } from "./difference.words.ts"
import { compareJson, type JsonLine } from "./json-lines.ts"

/** Two stored values as one text: what differs is marked by sign, colour and word. Long ones scroll in their own box. */
export function Difference({ before, after }: { before: unknown; after: unknown }) {
  const lines = compareJson(before, after)
  const counted = new Map<JsonLine, number>(lines.map((line, index) => [line, index]))
  return (
    <div
      className="bg-raised rounded-box max-h-96 overflow-auto py-2 font-mono text-xs"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must take the focus
      tabIndex={0}
    >
      {lines.map((line) => (
        <Line key={counted.get(line)} line={line} />
      ))}
    </div>
  )
}

const looks = {
  same: { sign: " ", className: "text-muted" },
  added: { sign: "+", className: "bg-good-soft text-good" },
  removed: { sign: "−", className: "bg-bad-soft text-bad" },
  changed: { sign: "±", className: "bg-warn-soft text-ink" },
} as const

function Line({ line: { kind, depth, name, text, newText } }: { line: JsonLine }) {
  const say = useWords(words)
  const { sign, className } = looks[kind]
  const isMarked = kind !== "same"
  return (
    <div className={`flex gap-2 px-3 py-px ${className}`}>
      <span aria-hidden="true" className="w-2 shrink-0 text-center select-none">
        {sign}
      </span>
      {isMarked ? <span className="sr-only">{say(kind)}</span> : null}
      <span className="min-w-0 break-words whitespace-pre-wrap">
        {"  ".repeat(depth)}
        {name}
        {kind === "added" ? <ins className="no-underline">{text}</ins> : null}
        {kind === "removed" ? <del>{text}</del> : null}
        {kind === "same" ? text : null}
        {newText === undefined ? null : (
          <>
            <span className="sr-only">{say("from")} </span>
            <del className="bg-bad-soft text-bad">{text}</del>
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> {say("to")} </span>
            <ins className="bg-good-soft text-good no-underline">{newText}</ins>
          </>
        )}
      </span>
    </div>
  )
}

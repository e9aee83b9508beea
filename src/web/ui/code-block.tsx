import { CopyButton } from "./copy-button.tsx"

/** Lines to be copied as they stand: a command, a record, a snippet. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <div className="border-line bg-raised rounded-box flex items-start gap-2 border ps-3">
      <pre className="min-w-0 grow overflow-x-auto py-2.5 font-mono text-xs leading-relaxed whitespace-pre-wrap break-all">
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={label} />
    </div>
  )
}

/** Stored data as it is, already redacted by the API; long ones scroll in their own box. */
export function PlainData({ value }: { value: unknown }) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2)
  return (
    <pre
      className="bg-raised rounded-box max-h-72 overflow-auto p-3 font-mono text-xs break-words whitespace-pre-wrap"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must take the focus
      tabIndex={0}
    >
      {text ?? "–"}
    </pre>
  )
}

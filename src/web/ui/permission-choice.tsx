import { useWords } from "../i18n/use-words.ts"
import { words } from "./permission.words.ts"
import { Breakable } from "./texts.tsx"

export interface PermissionChoiceProps {
  readonly permissions: readonly string[]
  readonly held?: readonly string[] | undefined
}

/** Each in words, and by its own name below: that is what the audit, the API's reference and its refusals say. */
export function PermissionChoice({ permissions, held = [] }: PermissionChoiceProps) {
  const say = useWords(words)
  return (
    <div className="grid gap-x-6 gap-y-2.5 sm:grid-cols-2">
      {permissions.map((permission) => (
        <label key={permission} className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            name={`may:${permission}`}
            defaultChecked={held.includes(permission)}
            className="accent-accent mt-0.5 size-5 shrink-0"
          />
          <span className="min-w-0">
            {permission in words.en ? say(permission as "orders.read") : null}
            <code className="text-muted block font-mono text-xs">
              <Breakable text={permission} />
            </code>
          </span>
        </label>
      ))}
    </div>
  )
}

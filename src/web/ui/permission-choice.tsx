import { useWords } from "../i18n/use-words.ts"
import { words } from "./permission.words.ts"
import { words as groupWords } from "./permission-group.words.ts"
import { Breakable } from "./texts.tsx"

export interface PermissionChoiceProps {
  readonly permissions: readonly string[]
  readonly held?: readonly string[] | undefined
}

type Group = keyof (typeof groupWords)["en"]

/** By what a permission's name begins with; what is about none of these is about the shop. */
const groups: readonly (readonly [Group, readonly string[]])[] = [
  ["orders", ["orders", "provisioning", "operations", "desk"]],
  ["customers", ["customers", "privacy"]],
  ["billing", ["billing", "paperwork", "payments", "credit", "fees", "terms"]],
  ["books", ["ledger", "revenue", "tax", "analytics"]],
  ["catalog", ["catalog", "repricing", "referrals"]],
  ["content", ["content", "notices", "notifications"]],
  ["access", ["identity", "federation", "oauth"]],
]

function groupOf(permission: string): Group {
  const [noun = ""] = permission.split(".")
  return groups.find(([, nouns]) => nouns.includes(noun))?.[0] ?? "shop"
}

/** Each in words, and by its own name below: that is what the audit, the API's reference and its refusals say. */
export function PermissionChoice({ permissions, held = [] }: PermissionChoiceProps) {
  const sayGroup = useWords(groupWords)
  // By name within a group: so reading stands beside writing.
  const found = Map.groupBy(permissions.toSorted(), groupOf)
  const order: readonly Group[] = [...groups.map(([group]) => group), "shop"]
  return (
    <div className="space-y-5">
      {order.map((group) =>
        found.has(group) ? (
          <fieldset key={group} className="space-y-2">
            <legend className="text-muted text-sm font-medium">{sayGroup(group)}</legend>
            <div className="grid gap-x-6 gap-y-2.5 sm:grid-cols-2">
              {found.get(group)?.map((permission) => (
                <One key={permission} permission={permission} isHeld={held.includes(permission)} />
              ))}
            </div>
          </fieldset>
        ) : null,
      )}
    </div>
  )
}

function One({ permission, isHeld }: { permission: string; isHeld: boolean }) {
  const say = useWords(words)
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        name={`may:${permission}`}
        defaultChecked={isHeld}
        className="accent-accent mt-0.5 size-5 shrink-0"
      />
      <span className="min-w-0">
        {permission in words.en ? say(permission as "orders.read") : null}
        <code className="text-muted block font-mono text-xs">
          <Breakable text={permission} />
        </code>
      </span>
    </label>
  )
}

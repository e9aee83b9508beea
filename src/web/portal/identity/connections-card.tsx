import type { ApiClient } from "../../api-context.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { inReadersOrder, providerName } from "../../storefront/federation/provider-name.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

type Federation = ApiClient["federation"]

export interface ConnectionsCardProps extends SecurityParts {
  readonly connections: Awaited<ReturnType<Federation["connections"]["list"]>>["items"]
  readonly offered: Awaited<ReturnType<Federation["offered"]>>["items"]
}

/** Accounts elsewhere that sign this person in; nothing where the shop has none and never had. */
export function ConnectionsCard({ connections, offered, formKey, refused }: ConnectionsCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  const open = offered.filter(({ id }) => !connections.some((one) => one.providerId === id))
  if (connections.length === 0 && open.length === 0) return null
  return (
    <Card title={say("connections")}>
      <p className="text-muted text-sm">{say("connectionsWhat")}</p>
      <ul className="space-y-2 text-sm">
        {connections.map(({ id, name, since }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {providerName(name, language)} · <Moment at={since} />
            </span>
            <ConfirmDialog
              label={say("disconnect", { name })}
              look="danger"
              title={say("disconnect", { name })}
              consequence={say("disconnectWhat", { name })}
              intent="disconnect"
              formKey={`${formKey}:${id}`}
              answer={refused}
            >
              <input type="hidden" name="id" value={id} />
            </ConfirmDialog>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-3 text-sm">
        {inReadersOrder(open, language).map(({ id, name }) => (
          <li key={id}>
            <a className="text-accent underline" href={`/federation/${id}/begin?for=connect`}>
              {say("connect", { name: providerName(name, language) })}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

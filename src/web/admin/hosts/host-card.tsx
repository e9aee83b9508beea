import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { CheckboxField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import type { Host } from "./host.ts"
import { HostRecords } from "./host-records.tsx"
import { words } from "./words.ts"

export interface HostCardProps {
  readonly host: Host
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

const tones = {
  given: "neutral",
  pending: "warn",
  verified: "good",
  failed: "bad",
  lapsed: "bad",
} as const satisfies Record<Host["state"], string>

export function HostCard(props: HostCardProps) {
  const say = useWords(words)
  const { host } = props
  const { name, state, isPrimary, isChecking, checkedAt } = host
  return (
    <Card title={name}>
      <p className="flex flex-wrap items-center gap-2">
        {isPrimary ? <Badge tone="good">{say("primary")}</Badge> : null}
        <Badge tone={tones[state]}>{say(state)}</Badge>
        {name === host.host ? null : <Code>{host.host}</Code>}
      </p>
      <HostTrouble host={host} />
      {host.records.length > 0 ? <HostRecords host={host} /> : null}
      {state === "given" ? null : (
        <p className="text-muted text-sm">
          {isChecking ? (
            say("checking")
          ) : (
            <>
              {say("checkedAt")}: {checkedAt ? <Moment at={checkedAt} /> : say("never")}
            </>
          )}
        </p>
      )}
      {props.canWrite ? <HostActs {...props} /> : null}
    </Card>
  )
}

/** What somebody should know or do, if anything. */
function HostTrouble({ host }: { readonly host: Host }) {
  const say = useWords(words)
  const { state, trouble, isPrimary, records, missingSince } = host
  const leadsHere = records.find(({ type }) => type === "CNAME")?.isFound ?? true
  if (trouble === "taken") return <Banner tone="bad">{say("takenWhat")}</Banner>
  return (
    <>
      {state === "pending" ? <p className="text-sm">{say("pendingWhat")}</p> : null}
      {state === "failed" ? <Banner tone="bad">{say("failedWhat")}</Banner> : null}
      {state === "lapsed" ? (
        <Banner tone="bad">{say(isPrimary ? "lapsedPrimaryWhat" : "lapsedWhat")}</Banner>
      ) : null}
      {state === "verified" && missingSince ? (
        <Banner tone="warn">{say("missingWhat", { since: missingSince.slice(0, 10) })}</Banner>
      ) : null}
      {state === "verified" && !leadsHere && !missingSince ? (
        <Banner tone="warn">{say("notHereWhat")}</Banner>
      ) : null}
      {trouble ? <p className="text-muted text-sm">{say("trouble", { trouble })}</p> : null}
    </>
  )
}

function HostActs({ host, formKey, answer }: HostCardProps) {
  const say = useWords(words)
  const { id, name, state, isPrimary } = host
  const mayLead = !isPrimary && (state === "given" || state === "verified")
  return (
    <div className="flex flex-wrap gap-3">
      {state === "given" ? null : (
        <PageForm intent={`check:${id}`} {...{ formKey, answer }}>
          <SubmitButton look="secondary">{say("check")}</SubmitButton>
        </PageForm>
      )}
      {mayLead ? (
        <ConfirmDialog
          label={say("makePrimary")}
          title={say("makePrimaryTitle", { name })}
          consequence={say("makePrimaryWhat")}
          intent={`primary:${id}`}
          {...{ formKey, answer }}
        >
          {state === "given" ? null : <CheckboxField name="isBehindProxy" label={say("isBehindProxy")} />}
        </ConfirmDialog>
      ) : null}
      {state === "given" || isPrimary ? null : (
        <ConfirmDialog
          label={say("remove")}
          look="danger"
          title={say("removeTitle", { name })}
          consequence={say("removeWhat")}
          intent={`remove:${id}`}
          {...{ formKey, answer }}
        />
      )}
    </div>
  )
}

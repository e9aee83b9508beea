import { formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { SelectField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { useTimeZone } from "../../use-root.ts"
import type { Team } from "./team.ts"
import { words } from "./team.words.ts"

export interface OwnershipProps {
  readonly team: Team
  readonly accountName: string
  readonly canOffer: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** An open offer, for everybody who should know of it; its buttons only for the two it is between. */
export function OwnershipOffer({ team, accountName, canOffer, formKey, answer }: OwnershipProps) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  const offer = team.ownershipOffer
  if (!offer) return null
  const at = formatInstant(offer.expiresAt, language, timeZone)
  return (
    <Banner tone="info">
      <p className="pb-2">{say("offered", { from: offer.fromName, to: offer.toName, at })}</p>
      <div className="flex flex-wrap gap-2">
        {offer.isForYou ? (
          <ConfirmDialog
            look="primary"
            label={say("accept")}
            title={say("acceptTitle", { account: accountName })}
            consequence={say("acceptWhat", { from: offer.fromName })}
            intent={`accept-offer:${offer.id}`}
            {...{ formKey, answer }}
          />
        ) : null}
        {offer.isForYou || canOffer ? (
          <PageForm intent={`withdraw-offer:${offer.id}`} {...{ formKey, answer }}>
            <SubmitButton look="secondary">{say(offer.isForYou ? "decline" : "takeBack")}</SubmitButton>
          </PageForm>
        ) : null}
      </div>
    </Banner>
  )
}

export function HandOver({ team, formKey, answer }: OwnershipProps) {
  const say = useWords(words)
  const others = team.members.filter((member) => !member.isYou && member.role !== "owner")
  if (others.length === 0 || team.ownershipOffer) return null
  return (
    <Card title={say("handOver")}>
      <ConfirmDialog
        label={say("offer")}
        title={say("handOver")}
        consequence={say("handOverWhat")}
        intent="offer"
        {...{ formKey, answer }}
      >
        <SelectField name="memberId" label={say("handOverTo")}>
          {others.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name} · {member.email}
            </option>
          ))}
        </SelectField>
      </ConfirmDialog>
    </Card>
  )
}

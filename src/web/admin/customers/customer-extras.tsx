import { Fields, type FieldsProps } from "./customer-fields.tsx"
import { Files, type FilesProps } from "./customer-files.tsx"
import { RecentTimeline, type Timeline } from "./timeline-list.tsx"

/** What stands further down: loaded after the rest of the page works. */
export function CustomerExtras(props: FieldsProps & FilesProps & { readonly moments: Timeline }) {
  return (
    <>
      {props.fields.length > 0 ? <Fields {...props} /> : null}
      <Files {...props} />
      <RecentTimeline page={props.moments} accountId={props.customer.id} />
    </>
  )
}

import { PageError } from "../../ui/page-error.tsx"
import { LegalText } from "./legal-text.tsx"
import { privacy } from "./privacy.ts"

export default function PrivacyPage() {
  return <LegalText document={privacy} />
}

export { PageError as ErrorBoundary }

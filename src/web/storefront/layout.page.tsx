import { type LoaderFunctionArgs, Outlet } from "react-router"
import { apiContext } from "../api-context.ts"
import { refuseClosed } from "../refuse-closed.ts"
import { ShopClosed } from "../ui/shop-closed.tsx"
import { useRoot } from "../use-root.ts"
import { ShopFooter } from "./shop-footer.tsx"
import { ShopHeader } from "./shop-header.tsx"

export function loader({ context, request }: LoaderFunctionArgs) {
  refuseClosed(context.get(apiContext), request)
  return null
}

export default function StorefrontLayout() {
  const shop = useRoot()?.shop
  return (
    <>
      <ShopHeader />
      <Outlet />
      {shop ? <ShopFooter shop={shop} /> : null}
    </>
  )
}

export { ShopClosed as ErrorBoundary }

import { House, LayoutDashboard, Package, ShoppingCart, UserRound } from '@lucide/vue'
import { computed, type Component } from 'vue'
import { useSession } from '@/session/session'

export interface Destination {
  name: string
  label: string
  icon: Component
  /** Whether the header, which has a place of its own for it, leaves it out. */
  ownPlace?: boolean
}

/** Where one can go from everywhere, for the header and the tab bar. */
export function useNavigation() {
  const session = useSession()
  return computed<Destination[]>(() => [
    { name: 'shop', label: 'common.nav.shop', icon: House },
    { name: 'cart', label: 'common.nav.cart', icon: ShoppingCart, ownPlace: true },
    { name: 'orders', label: 'common.nav.orders', icon: Package },
    ...(session.admin ? [{ name: 'desk', label: 'common.nav.desk', icon: LayoutDashboard }] : []),
    session.signedIn
      ? { name: 'profile', label: 'common.nav.profile', icon: UserRound, ownPlace: true }
      : { name: 'sign-in', label: 'common.nav.signIn', icon: UserRound, ownPlace: true },
  ])
}

import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { loadMessages } from './i18n'
import { useSession } from './session/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string
    /** Who may see it; everybody when left out. */
    role?: 'USER' | 'ADMIN'
  }
}

const desk: RouteRecordRaw = {
  path: '/desk',
  component: () => import('./desk/DeskLayout.vue'),
  meta: { role: 'ADMIN' },
  beforeEnter: () => loadMessages('desk', 'records'),
  children: [
    {
      path: '',
      name: 'desk',
      component: () => import('./desk/overview/OverviewPage.vue'),
      meta: { title: 'desk.nav.overview' },
    },
    {
      path: 'products',
      name: 'desk-products',
      component: () => import('./desk/products/ProductsPage.vue'),
      meta: { title: 'desk.nav.products' },
    },
    {
      path: 'orders',
      name: 'desk-orders',
      component: () => import('./desk/orders/OrdersPage.vue'),
      meta: { title: 'desk.nav.orders' },
    },
    {
      path: 'orders/:id',
      name: 'desk-order',
      component: () => import('./desk/orders/OrderHistoryPage.vue'),
      props: true,
      meta: { title: 'desk.nav.order' },
    },
    {
      path: 'audit',
      name: 'desk-audit',
      component: () => import('./desk/audit/AuditPage.vue'),
      meta: { title: 'desk.nav.audit' },
    },
    {
      path: 'views',
      name: 'desk-views',
      component: () => import('./desk/views/ViewsPage.vue'),
      meta: { title: 'desk.nav.views' },
    },
    {
      path: 'dead-letters',
      name: 'desk-dead-letters',
      component: () => import('./desk/deadletters/DeadLettersPage.vue'),
      meta: { title: 'desk.nav.deadLetters' },
    },
  ],
}

export const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'shop',
    component: () => import('./shop/catalog/CatalogPage.vue'),
    meta: { title: 'shop.catalog.title' },
  },
  {
    path: '/products/:id',
    name: 'product',
    component: () => import('./shop/product/ProductPage.vue'),
    props: true,
    meta: { title: 'shop.product.title' },
  },
  {
    path: '/cart',
    name: 'cart',
    component: () => import('./shop/cart/CartPage.vue'),
    meta: { role: 'USER', title: 'shop.cart.title' },
  },
  {
    path: '/orders',
    name: 'orders',
    component: () => import('./shop/orders/OrdersPage.vue'),
    meta: { role: 'USER', title: 'shop.orders.title' },
  },
  {
    path: '/orders/:id',
    name: 'order',
    component: () => import('./shop/orders/OrderPage.vue'),
    props: true,
    meta: { role: 'USER', title: 'shop.order.title' },
  },
  {
    path: '/profile',
    name: 'profile',
    component: () => import('./account/ProfilePage.vue'),
    meta: { role: 'USER', title: 'shop.profile.title' },
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./account/SignInPage.vue'),
    meta: { title: 'shop.signIn.title' },
  },
  {
    path: '/register',
    name: 'register',
    component: () => import('./account/RegisterPage.vue'),
    meta: { title: 'shop.register.title' },
  },
  desk,
  {
    path: '/:unknown(.*)*',
    name: 'not-found',
    component: () => import('./layout/NotFoundPage.vue'),
    meta: { title: 'common.notFound.title' },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

router.beforeEach((to) => {
  const session = useSession()
  if (!to.meta.role) return true
  if (!session.signedIn) return { name: 'sign-in', query: { next: to.fullPath } }
  if (to.meta.role === 'ADMIN' && !session.admin)
    return { name: 'not-found', params: { unknown: to.path.slice(1).split('/') } }
  return true
})

/** The files of a page are gone after an upgrade: the new ones are had by loading the page anew, once. */
const RELOADED = 'daybook.reloaded-for'
router.afterEach((_to, _from, failure) => {
  if (!failure) sessionStorage.removeItem(RELOADED)
})
router.onError((error: Error, to) => {
  const missing = /dynamically imported module|module script failed|preload CSS/i.test(error.message)
  if (!missing || sessionStorage.getItem(RELOADED) === to.fullPath) throw error
  sessionStorage.setItem(RELOADED, to.fullPath)
  window.location.assign(to.fullPath)
})

import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import PrimeVue from 'primevue/config'
import ConfirmationService from 'primevue/confirmationservice'
import ToastService from 'primevue/toastservice'
import { createApp } from 'vue'
import { Problem } from './api/problem'
import App from './App.vue'
import { apply, i18n, loadMessages } from './i18n'
import { router } from './router'
import { reportUnlessRefused, useSession } from './session/session'
import './shared/appearance'
import './styles/base.css'
import { theme } from './theme'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // a refusal stays one; what the network or a server that is away did may pass
      retry: (failures, error) =>
        failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
})

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

const app = createApp(App)
  .use(createPinia())
  .use(i18n)
  .use(VueQueryPlugin, { queryClient: queries })
  .use(PrimeVue, { theme, csp: { nonce } })
  .use(ToastService)
  .use(ConfirmationService)

apply()
const session = useSession()
// whatever comes of it, the shop is shown
const resumed = session.resume().catch(reportUnlessRefused)
await Promise.all([loadMessages('common', 'shop'), resumed])
app.use(router).mount('#app')

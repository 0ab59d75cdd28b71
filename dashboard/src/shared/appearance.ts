import { computed, ref, watchEffect } from 'vue'

export const APPEARANCES = ['system', 'light', 'dark'] as const
export type Appearance = (typeof APPEARANCES)[number]

const CHOICE = 'daybook.appearance'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = ref(system.matches)
system.addEventListener('change', (event) => (systemIsDark.value = event.matches))

const remembered = localStorage.getItem(CHOICE) as Appearance | null

export const appearance = ref<Appearance>(
  remembered && APPEARANCES.includes(remembered) ? remembered : 'system',
)
export const dark = computed(() =>
  appearance.value === 'system' ? systemIsDark.value : appearance.value === 'dark',
)

watchEffect(() => {
  localStorage.setItem(CHOICE, appearance.value)
  document.documentElement.classList.toggle('dark', dark.value)
  document.documentElement.style.colorScheme = dark.value ? 'dark' : 'light'
})

import { createI18n } from 'vue-i18n'
import { computed, ref } from 'vue'
import { useLanguage as tellServer } from '@/api/client'

export const LANGUAGES = { en: 'English', ru: 'Русский' } as const
export type Language = keyof typeof LANGUAGES
/** Message files; those of the desk (what is done there, and what is kept there) come with it. */
export type Area = 'common' | 'shop' | 'desk' | 'records'

const CHOICE = 'daybook.language'
const files = import.meta.glob<{ default: Record<string, unknown> }>('./{en,ru}/*.json')
const areas = new Set<Area>()

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  pluralRules: { ru: russianPlural },
  messages: { en: {}, ru: {} },
})

const chosen = ref<Language>(preferred())

export const language = computed(() => chosen.value)

/** The tag for numbers and times: the browser's own variant of the language where it has one (en-GB, say). */
export const locale = computed(
  () => navigator.languages.find((tag) => tag.split('-')[0] === chosen.value) ?? chosen.value,
)

export async function loadMessages(...wanted: Area[]): Promise<void> {
  // first, so that a language which is chosen meanwhile loads them, too
  wanted.forEach((area) => areas.add(area))
  await Promise.all(wanted.map((area) => load(chosen.value, area)))
}

export async function chooseLanguage(next: Language): Promise<void> {
  await Promise.all([...areas].map((area) => load(next, area)))
  chosen.value = next
  localStorage.setItem(CHOICE, next)
  apply()
}

/** Tells everybody who speaks: the texts, the page and the server. */
export function apply(): void {
  i18n.global.locale.value = chosen.value
  document.documentElement.lang = chosen.value
  tellServer(chosen.value)
}

async function load(tag: Language, area: Area): Promise<void> {
  const file = files[`./${tag}/${area}.json`]
  if (!file) throw new Error(`no messages ${tag}/${area}`)
  i18n.global.mergeLocaleMessage(tag, { [area]: (await file()).default })
}

function preferred(): Language {
  const remembered = localStorage.getItem(CHOICE)
  if (remembered && remembered in LANGUAGES) return remembered as Language
  return navigator.languages[0]?.startsWith('ru') ? 'ru' : 'en'
}

/** one | few | many, as CLDR has it for Russian. */
export function russianPlural(choice: number): number {
  const form = new Intl.PluralRules('ru').select(choice)
  return form === 'one' ? 0 : form === 'few' ? 1 : 2
}

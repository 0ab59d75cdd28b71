import { definePreset } from '@primeuix/themes'
import Aura from '@primeuix/themes/aura'

/** Aura in teal over slate; the primary colour is dark enough for white text on it (WCAG AA). */
export const theme = {
  preset: definePreset(Aura, {
    semantic: {
      primary: Object.fromEntries(
        [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950].map((shade) => [shade, `{teal.${shade}}`]),
      ),
      colorScheme: {
        light: {
          primary: {
            color: '{teal.700}',
            contrastColor: '#ffffff',
            hoverColor: '{teal.800}',
            activeColor: '{teal.900}',
          },
          surface: Object.fromEntries(
            [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950].map((shade) => [
              shade,
              `{slate.${shade}}`,
            ]),
          ),
          text: { mutedColor: '{slate.600}' },
        },
        dark: {
          surface: Object.fromEntries(
            [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950].map((shade) => [
              shade,
              `{slate.${shade}}`,
            ]),
          ),
        },
      },
    },
    components: {
      button: {
        colorScheme: {
          light: {
            root: {
              danger: {
                background: '{red.700}',
                hoverBackground: '{red.800}',
                activeBackground: '{red.900}',
                borderColor: '{red.700}',
                hoverBorderColor: '{red.800}',
                activeBorderColor: '{red.900}',
              },
            },
            outlined: { danger: { color: '{red.700}' } },
            text: { danger: { color: '{red.700}' } },
          },
        },
      },
      toast: {
        colorScheme: {
          light: { success: { color: '{green.700}' }, error: { color: '{red.700}' } },
          dark: { success: { color: '{green.300}' }, error: { color: '{red.300}' } },
        },
      },
      togglebutton: { colorScheme: { light: { root: { color: '{surface.600}' } } } },
    },
  }),
  options: { darkModeSelector: '.dark', cssLayer: { name: 'primevue', order: 'base, primevue, own' } },
}

import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

// where a Daybook runs whose interface `npm run dev` passes on
const backend = process.env.DAYBOOK_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [
    vue(),
    // compressed once, here, rather than for every request; index.html is made anew for each answer
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|svg)$/, threshold: 1024 }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __VUE_I18N_LEGACY_API__: false },
  build: {
    outDir: 'target/classes/dashboard',
    emptyOutDir: true,
    // a data: address would need the policy to allow it for fonts and scripts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/problems', '/swagger-ui', '/v3'].map((path) => [path, { target: backend }]),
    ),
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], restoreMocks: true },
})

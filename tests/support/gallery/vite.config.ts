// Serves the component gallery: every component with sample data, for looking at. No part of the product.
import { fileURLToPath } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  publicDir: false,
  cacheDir: at('../../../node_modules/.vite-gallery'),
  plugins: [
    vue(),
    tailwindcss(),
    vueI18n({
      include: at('../../../src/app/i18n/**/*.json'),
      runtimeOnly: true,
      compositionOnly: true,
      dropMessageCompiler: true,
      fullInstall: false,
      strictMessage: true,
    }),
  ],
  build: { outDir: at('../../../.cache/gallery'), emptyOutDir: true, target: ['safari16.4', 'chrome111'] },
})

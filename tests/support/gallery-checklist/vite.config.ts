// Serves the checklist, roster and header screens with a sample audit held in memory, for looking at. No part of the product.
import { fileURLToPath } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  publicDir: false,
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
  resolve: { alias: [{ find: /^\.\/sha256ForTests\.ts$/, replacement: at('./sha256ForTests.ts') }] },
  build: { outDir: at('../../../.cache/gallery-checklist'), emptyOutDir: true, target: ['safari16.4', 'chrome111'] },
})

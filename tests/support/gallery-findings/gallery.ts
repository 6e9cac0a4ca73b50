// Starts the gallery: /?theme=dark&lang=en&empty=1#/audits/audit-1/findings/B01
import './gallery.css'
import { createApp, h } from 'vue'
import { createPinia } from 'pinia'
import { createRouter, createWebHashHistory } from 'vue-router'
import { appServicesKey, type AppServices } from '../../../src/app/composables/appServices.ts'
import { openAuditKey } from '../../../src/app/composables/useOpenAudit.ts'
import { createGenbaI18n } from '../../../src/app/i18n/createGenbaI18n.ts'
import ConflictsPage from '../../../src/app/pages/ConflictsPage.vue'
import FindingsPage from '../../../src/app/pages/FindingsPage.vue'
import ReportPage from '../../../src/app/pages/ReportPage.vue'
import GalleryFrame from './GalleryFrame.vue'
import { galleryOpenAudit } from './galleryOpenAudit.ts'
import { emptyAudit, sampleAudit } from './sampleAudit.ts'

const asked = new URLSearchParams(location.search)
const root = document.documentElement
const language = asked.get('lang') === 'en' ? 'en' : 'ja'
root.dataset['theme'] = asked.get('theme') ?? 'light'
root.lang = language
if (asked.has('gloves')) root.dataset['gloves'] = ''
if (asked.has('scale')) root.classList.add('text-200')

const open = galleryOpenAudit(asked.has('empty') ? emptyAudit() : sampleAudit(language))
const nothing = { render: () => null }
const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: nothing },
    { path: '/audits/:stream/checklist/:question?', name: 'checklist', component: nothing },
    { path: '/audits/:stream/details', name: 'details', component: nothing },
    { path: '/audits/:stream/findings/:finding?', name: 'finding', component: FindingsPage },
    { path: '/audits/:stream/conflicts', name: 'conflicts', component: ConflictsPage },
    { path: '/audits/:stream/report', name: 'report', component: ReportPage },
  ],
})

let ids = 0
const services = {
  now: () => new Date('2024-04-10T01:21:00.000Z'),
  randomId: () => `new-${String((ids += 1))}`,
} as unknown as AppServices

createApp({ render: () => h(GalleryFrame, { open }) })
  .use(createPinia())
  .use(await createGenbaI18n(language))
  .use(router)
  .provide(appServicesKey, services)
  .provide(openAuditKey, open)
  .mount('#app')

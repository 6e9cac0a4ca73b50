// Starts the gallery: /?theme=dark&lang=en&gloves=1&hand=left#/audits/audit-1/checklist/A06
import './gallery.css'
import { createApp, h, type ComponentPublicInstance } from 'vue'
import { createPinia } from 'pinia'
import { createRouter, createWebHashHistory } from 'vue-router'
import { appServicesKey, type AppServices } from '../../../src/app/composables/appServices.ts'
import { createWorkInProgress } from '../../../src/app/composables/createWorkInProgress.ts'
import { openAuditKey } from '../../../src/app/composables/useOpenAudit.ts'
import { i18nOf } from '../i18nOf.ts'
import AuditDetailsPage from '../../../src/app/pages/AuditDetailsPage.vue'
import ChecklistPage from '../../../src/app/pages/ChecklistPage.vue'
import NewAuditPage from '../../../src/app/pages/NewAuditPage.vue'
import RosterPage from '../../../src/app/pages/RosterPage.vue'
import { decideNote } from '../../../src/domain/audit/decideAnswer.ts'
import { answerOf } from '../../../src/domain/audit/questionStatus.ts'
import { refOf } from '../anAudit.ts'
import GalleryFrame from './GalleryFrame.vue'
import { memoryOpenAudit } from './memoryOpenAudit.ts'
import { sampleAudit } from './sampleAudit.ts'

const asked = new URLSearchParams(location.search)
const root = document.documentElement
const language = asked.get('lang') === 'en' ? 'en' : 'ja'
root.dataset['theme'] = asked.get('theme') ?? 'light'
root.lang = language
if (asked.has('gloves')) root.dataset['gloves'] = ''
if (asked.get('hand') === 'left') root.dataset['hand'] = 'left'
if (asked.has('scale')) root.classList.add('text-200')

const sample = sampleAudit(language)
const open = memoryOpenAudit(sample.device, () => asked.has('fails'))
const nothing = { template: '<p></p>', render: () => null }
const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: nothing },
    { path: '/audits/new', name: 'new-audit', component: NewAuditPage },
    { path: '/audits/:stream/checklist/:question?', name: 'checklist', component: ChecklistPage },
    { path: '/audits/:stream/roster/:roster', name: 'roster', component: RosterPage },
    { path: '/audits/:stream/details', name: 'details', component: AuditDetailsPage },
    { path: '/audits/:stream/findings/:finding?', name: 'finding', component: nothing },
    { path: '/audits/:stream/conflicts', name: 'conflicts', component: nothing },
  ],
})

let ids = 0
const services = {
  now: () => new Date('2023-10-24T14:32:00'),
  randomId: () => `new-${String((ids += 1))}`,
  work: createWorkInProgress(),
} as unknown as AppServices

const app = createApp({ render: () => h(GalleryFrame, { open }) })
app
  .use(createPinia())
  .use(await i18nOf(language))
  .use(router)
app.provide(appServicesKey, services).provide(openAuditKey, open)

/** Component name → how often it was drawn again, for the test that a tap draws one row. */
const drawn = new Map<string, number>()
app.mixin({
  updated(this: ComponentPublicInstance) {
    const name = this.$options.__name ?? 'unnamed'
    drawn.set(name, (drawn.get(name) ?? 0) + 1)
  },
})
Object.assign(globalThis, {
  drawn,
  remoteNote(text: string) {
    sample.sato.seeAllOf(sample.device)
    sample.sato.write(decideNote(answerOf(sample.sato.audit, refOf('A06')), text))
    open.pull(sample.sato)
  },
})
app.mount('#app')

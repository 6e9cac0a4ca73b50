// Starts the gallery. Page, theme, language, hand and gloves come from the address: /#/home?theme=dark&lang=en&gloves=1
import './gallery.css'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory, RouterView } from 'vue-router'
import { createGenbaI18n } from '../../../src/app/i18n/createGenbaI18n.ts'
import BasePage from './BasePage.vue'
import HomePage from './HomePage.vue'
import SettingsPage from './SettingsPage.vue'
import ShellPage from './ShellPage.vue'

const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/base', component: BasePage },
    { path: '/home', component: HomePage },
    { path: '/settings', component: SettingsPage },
    { path: '/shell', component: ShellPage },
    { path: '/:rest(.*)*', component: BasePage },
  ],
})

const asked = new URLSearchParams(location.hash.split('?')[1])
const root = document.documentElement
root.dataset['theme'] = asked.get('theme') ?? 'light'
root.lang = asked.get('lang') === 'en' ? 'en' : 'ja'
if (asked.get('scale') === '200') root.classList.add('text-200')
if (asked.has('gloves')) root.dataset['gloves'] = ''
if (asked.get('hand') === 'left') root.dataset['hand'] = 'left'

const i18n = await createGenbaI18n(root.lang === 'en' ? 'en' : 'ja')
createApp(RouterView).use(i18n).use(router).mount('#app')

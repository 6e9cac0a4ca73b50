// Starts the gallery. Page, theme, language, hand and gloves come from the address: /#/home?theme=dark&lang=en&gloves=1
import './gallery.css'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory, RouterView } from 'vue-router'
import { createGenbaI18n } from '../../../src/app/i18n/createGenbaI18n.ts'

const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/base', component: () => import('./BasePage.vue') },
    { path: '/home', component: () => import('./HomePage.vue') },
    { path: '/settings', component: () => import('./SettingsPage.vue') },
    { path: '/shell', component: () => import('./ShellPage.vue') },
    { path: '/:rest(.*)*', component: () => import('./BasePage.vue') },
  ],
})

const asked = new URLSearchParams(location.hash.split('?')[1])
const root = document.documentElement
root.dataset['theme'] = asked.get('theme') ?? 'light'
root.lang = asked.get('lang') === 'en' ? 'en' : 'ja'
if (asked.has('gloves')) root.dataset['gloves'] = ''
if (asked.get('hand') === 'left') root.dataset['hand'] = 'left'

const i18n = await createGenbaI18n(root.lang === 'en' ? 'en' : 'ja')
createApp(RouterView).use(i18n).use(router).mount('#app')

// Every screen has an address: a reload or a restart comes back to the same item.
import { createRouter, createWebHistory, type Router } from 'vue-router'

const home = () => import('./pages/HomePage.vue')
const audit = () => import('./pages/AuditLayout.vue')
const checklist = () => import('./pages/ChecklistPage.vue')

/** Begins to fetch what the address shows. Whether it can be had is found out by whoever goes there. */
export function fetchScreen(path: string): void {
  const parts = path === '/' ? [home] : path.startsWith('/audits/') ? [audit, checklist] : []
  for (const fetchPart of parts) fetchPart().catch(() => undefined)
}

export function createGenbaRouter(): Router {
  return createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', name: 'home', component: home },
      { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue') },
      { path: '/settings/held', name: 'held', component: () => import('./pages/HeldPage.vue') },
      { path: '/settings/classes', name: 'classes', component: () => import('./pages/ClassesPage.vue') },
      { path: '/settings/import', name: 'import', component: () => import('./pages/ImportPage.vue') },
      { path: '/measures/:stream?/:finding?', name: 'unit', component: () => import('./pages/UnitPage.vue') },
      { path: '/search', name: 'search', component: () => import('./pages/SearchPage.vue') },
      { path: '/due', name: 'due', component: () => import('./pages/DuePage.vue') },
      { path: '/overview', name: 'overview', component: () => import('./pages/OverviewPage.vue') },
      { path: '/audits/new', name: 'new-audit', component: () => import('./pages/NewAuditPage.vue') },
      {
        path: '/audits/:stream',
        component: audit,
        redirect: { name: 'checklist' },
        children: [
          { path: 'checklist/:question?', name: 'checklist', component: checklist },
          { path: 'roster/:roster', name: 'roster', component: () => import('./pages/RosterPage.vue') },
          {
            path: 'roster/:roster/import',
            name: 'import-register',
            component: () => import('./pages/ImportRegisterPage.vue'),
          },
          { path: 'media', name: 'media', component: () => import('./pages/MediaPage.vue') },
          { path: 'checks/:check?', name: 'checks', component: () => import('./pages/ChecksPage.vue') },
          { path: 'evidence/:evidence?', name: 'evidence', component: () => import('./pages/EvidencePage.vue') },
          { path: 'findings/:finding?', name: 'finding', component: () => import('./pages/FindingsPage.vue') },
          { path: 'facts', name: 'facts', component: () => import('./pages/FactsPage.vue') },
          { path: 'issue', name: 'issue', component: () => import('./pages/IssuePage.vue') },
          { path: 'conflicts', name: 'conflicts', component: () => import('./pages/ConflictsPage.vue') },
          { path: 'sign-off', name: 'sign-off', component: () => import('./pages/SignOffPage.vue') },
          { path: 'report/:kind?', name: 'report', component: () => import('./pages/ReportPage.vue') },
          { path: 'follow-up', name: 'follow-up', component: () => import('./pages/FollowUpPage.vue') },
          { path: 'readiness', name: 'readiness', component: () => import('./pages/ReadinessPage.vue') },
          { path: 'search', name: 'search-audit', component: () => import('./pages/SearchPage.vue') },
          { path: 'history', name: 'history', component: () => import('./pages/HistoryPage.vue') },
          { path: 'details', name: 'details', component: () => import('./pages/AuditDetailsPage.vue') },
        ],
      },
      { path: '/:rest(.*)*', name: 'unknown', component: () => import('./pages/UnknownPage.vue') },
    ],
  })
}

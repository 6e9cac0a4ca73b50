// Saves everything that exists on this tablet alone to a file: the way out when sending does not work.
import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import { useSessionStore } from '../stores/useSessionStore.ts'
import { download } from '../../device/download.ts'
import { exportUnsent } from '../../sync/exportUnsent.ts'

export interface ExportAccess {
  readonly exportUnsent: () => Promise<void>
  /** How the last export went, as a sentence. */
  readonly exported: Readonly<Ref<string | undefined>>
}

export function useExportUnsent(): ExportAccess {
  const { db, signer, now } = useAppServices()
  const session = useSessionStore()
  const { t } = useI18n()
  const exported = ref<string>()
  return {
    exported,
    async exportUnsent() {
      const exportedAt = now().toISOString()
      const content = await exportUnsent(db, { signer, exportedAt, person: session.person ?? null })
      const name = `genba-${exportedAt.slice(0, 16).replace(/[-:T]/g, '')}.json`
      download(new Blob([JSON.stringify(content)], { type: 'application/json' }), name)
      const count = content.runs.reduce((sum, { ops }) => sum + ops.length, 0)
      exported.value = t('settings.storage.exported', { count }, count)
    },
  }
}

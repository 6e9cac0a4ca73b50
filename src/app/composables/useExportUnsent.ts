// Saves everything that exists on this tablet alone to a file: the way out when sending does not work.
import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import { download } from '../../device/download.ts'
import { exportUnsent } from '../../localdb/exportUnsent.ts'

export interface ExportAccess {
  readonly exportUnsent: () => Promise<void>
  /** How the last export went, as a sentence. */
  readonly exported: Readonly<Ref<string | undefined>>
}

export function useExportUnsent(): ExportAccess {
  const { db, device, now } = useAppServices()
  const { t } = useI18n()
  const exported = ref<string>()
  return {
    exported,
    async exportUnsent() {
      const exportedAt = now().toISOString()
      const content = await exportUnsent(db, { exportedAt, origin: { device } })
      const name = `genba-${exportedAt.slice(0, 16).replace(/[-:T]/g, '')}.json`
      download(new Blob([JSON.stringify(content)], { type: 'application/json' }), name)
      const count = content.operations.length
      exported.value = t('settings.storage.exported', { count }, count)
    },
  }
}

// Saves everything that exists on this tablet alone to a file: the way out when sending does not work.
import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAppServices } from './appServices.ts'
import { downloadUnsent } from './downloadUnsent.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { isMissingPart } from '../components/incident/incidentOf.ts'
import { useSessionStore } from '../stores/useSessionStore.ts'

export interface ExportAccess {
  readonly exportUnsent: () => Promise<void>
  /** How the last export went, as a sentence. */
  readonly exported: Readonly<Ref<string | undefined>>
}

/** Fetched ahead of the press: the way out must not depend on a file that a later deploy may take away. */
const fetchExport = () => Promise.all([import('../../sync/exportUnsent.ts'), import('../../sync/packUnsent.ts')])

export function useExportUnsent(): ExportAccess {
  const { db, signer, now, firstScreen } = useAppServices()
  const session = useSessionStore()
  const { t } = useI18n()
  const exported = ref<string>()
  const fetched = firstScreen.whenStanding.then(fetchExport).catch(() => undefined)
  return {
    exported,
    async exportUnsent() {
      const exportedAt = now().toISOString()
      try {
        const [{ exportUnsent }, { packUnsent }] = (await fetched) ?? (await fetchExport())
        const content = await exportUnsent(db, { signer, exportedAt, person: session.person ?? null })
        const count = content.runs.reduce((sum, { ops }) => sum + ops.length, 0)
        const packed = await packUnsent(db, content)
        const { evidence, damagedEvidence } = packed
        const isEmpty = count + content.drafts.length + content.damaged.length + evidence + damagedEvidence === 0
        if (!isEmpty) downloadUnsent(packed, exportedAt)
        exported.value = isEmpty
          ? t('settings.storage.exportedNothing')
          : [
              t('settings.storage.exported', { count }, count),
              ...(evidence > 0 ? [t('settings.storage.exportedFiles', { count: evidence }, evidence)] : []),
              ...(damagedEvidence > 0
                ? [t('settings.storage.exportedWithout', { count: damagedEvidence }, damagedEvidence)]
                : []),
            ].join(' ')
      } catch (error) {
        if (!(error instanceof Error && isMissingPart(error))) ignoreUnlessBug(error)
        exported.value = t('settings.storage.exportFailed')
      }
    },
  }
}

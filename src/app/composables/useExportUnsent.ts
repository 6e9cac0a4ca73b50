// Saves everything that exists on this tablet alone to a file: the way out when sending does not work.
import { useAppServices } from './appServices.ts'
import { download } from '../../device/download.ts'
import { exportUnsent } from '../../localdb/exportUnsent.ts'

export function useExportUnsent(): () => Promise<void> {
  const { db, device, now } = useAppServices()
  return async () => {
    const exportedAt = now().toISOString()
    const content = await exportUnsent(db, { exportedAt, origin: { device } })
    const name = `genba-${exportedAt.slice(0, 16).replace(/[-:T]/g, '')}.json`
    download(new Blob([JSON.stringify(content)], { type: 'application/json' }), name)
  }
}

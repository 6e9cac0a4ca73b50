// A restored database is another life of the log: its epochs are new, so every tablet looks what it must send again.
import type { StoreConnection } from './Engine.ts'

export async function renewEpochs(connection: StoreConnection, epochOf: () => string): Promise<void> {
  const epochs = await connection.selectFrom('settings').select('organisation').where('name', '=', 'epoch').execute()
  for (const { organisation } of epochs) {
    await connection
      .updateTable('settings')
      .set({ value: epochOf() })
      .where('organisation', '=', organisation)
      .where('name', '=', 'epoch')
      .execute()
  }
}

// Says in one sentence why the server does not start and what to do. Never repeats the database's address: it holds a password.
import type { ServerConfig } from './config.ts'
import { EvidenceStorageError } from './evidence/EvidenceStorageError.ts'
import { StoreError } from './store/StoreError.ts'

export function describeStartProblem(error: unknown, config: ServerConfig): string {
  if (error instanceof StoreError) return describeStoreProblem(error, config)
  if (error instanceof EvidenceStorageError)
    return `Cannot use the folder for evidence in ${config.dataFolder} (${error.code}): check that it can be written and has space left.`
  const code = codeOf(error)
  const address = `${config.host}:${config.port}`
  if (code === 'EADDRINUSE')
    return `${address} is already in use: stop the program there, or set GENBA_PORT to another port.`
  if (code === 'EACCES') return `Listening on ${address} is not allowed: set GENBA_PORT to 1024 or more.`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${config.host}: set GENBA_HOST to 127.0.0.1.`
  return `The server does not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

function describeStoreProblem(error: StoreError, { databaseUrl, dataFolder }: ServerConfig): string {
  const place = databaseUrl === undefined ? `the data folder ${dataFolder}` : 'the PostgreSQL database of DATABASE_URL'
  const reason = codeOf(error.cause)
  switch (error.code) {
    case 'not-writable':
      return `Cannot write to ${place}: check that it exists and belongs to you, or set GENBA_DATA to another folder.`
    case 'newer-database':
      return `A newer release of Genba has written to ${place}: start that release, or restore an older backup.`
    case 'full':
      return `No space is left for ${place}: free some and start again.`
    case 'busy':
      return `Another program holds ${place}: stop it and start again.`
    case 'unavailable':
      return `Cannot reach ${place}${reason === undefined ? '' : ` (${reason})`}: check that it runs and that the address is right.`
    case 'broken':
      return `Cannot open ${place}${reason === undefined ? '' : ` (${reason})`}: it is damaged, or its settings are wrong.`
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

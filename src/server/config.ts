// The server's settings, parsed once from the environment. Nothing else reads environment variables.
import { join } from 'node:path'
import { err, ok, type Result } from '../domain/Result.ts'
import { z } from '../protocol/strictZod.ts'
import type { EvidenceSettings } from './evidence/openEvidenceStore.ts'
import type { S3Settings } from './evidence/S3Settings.ts'

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
/** Until there are accounts, whoever reaches the server reads everything: it listens on this machine only. */
const loopbackHosts = ['127.0.0.1', 'localhost', '::1'] as const

export interface ServerConfig {
  readonly host: (typeof loopbackHosts)[number]
  /** 0 takes any free port. */
  readonly port: number
  readonly dataFolder: string
  /** PostgreSQL instead of SQLite when given. Holds a password: never log it. */
  readonly databaseUrl: string | undefined
  readonly logLevel: (typeof logLevels)[number]
  /** Further addresses under which this machine's browsers may reach the server: a development server, a test's proxy. */
  readonly origins: readonly string[]
  readonly organisation: string
  /** Evidence in an S3-compatible storage instead of the data folder when given. Holds a secret: never log it. */
  readonly s3: S3Settings | undefined
}

const loopbackOrigin = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
const wrongPort = 'must be a number from 0 to 65535'

const environment = z.object({
  GENBA_HOST: z
    .enum(loopbackHosts, {
      error: 'is refused: until Genba has accounts it listens on this machine only (127.0.0.1, localhost or ::1)',
    })
    .default('127.0.0.1'),
  GENBA_PORT: z
    .string()
    .regex(/^\d{1,5}$/, wrongPort)
    .transform(Number)
    .refine((port) => port <= 65_535, wrongPort)
    .default(8420),
  GENBA_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  GENBA_LOG: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('warn'),
  GENBA_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .pipe(
      z.array(z.string().regex(loopbackOrigin, 'must list addresses of this machine such as http://localhost:5173')),
    )
    .default([]),
  GENBA_S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/, 'must be an address such as https://s3.ap-northeast-1.amazonaws.com')
    .transform((endpoint) => endpoint.replace(/\/+$/, ''))
    .optional(),
  GENBA_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/, 'must be the name of a bucket')
    .optional(),
  GENBA_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be the name of a region')
    .default('us-east-1'),
  GENBA_S3_ACCESS_KEY: z.string().optional(),
  GENBA_S3_SECRET_KEY: z.string().optional(),
})

/** The problem is one sentence for the person who started the server; it never repeats a value, which may be secret. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Result<ServerConfig, string> {
  // `GENBA_PORT= npm start` means that the port is not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return err(`${String(issue?.path[0])} ${issue?.message ?? 'is not understood'}.`)
  }
  const { GENBA_HOST, GENBA_PORT, GENBA_DATA, DATABASE_URL, GENBA_LOG, GENBA_ORIGINS } = parsed.data
  const s3 = s3Of(parsed.data)
  if (!s3.ok) return s3
  return ok({
    host: GENBA_HOST,
    port: GENBA_PORT,
    dataFolder: GENBA_DATA,
    databaseUrl: DATABASE_URL,
    logLevel: GENBA_LOG,
    origins: GENBA_ORIGINS,
    organisation: 'main',
    s3: s3.value,
  })
}

/** All of it or nothing: half a setting would leave evidence where nobody looks for it. */
function s3Of(settings: z.output<typeof environment>): Result<S3Settings | undefined, string> {
  const names = ['GENBA_S3_ENDPOINT', 'GENBA_S3_BUCKET', 'GENBA_S3_ACCESS_KEY', 'GENBA_S3_SECRET_KEY'] as const
  const missing = names.filter((name) => settings[name] === undefined)
  if (missing.length === names.length) return ok(undefined)
  const [endpoint, bucket, accessKey, secretKey] = names.map((name) => settings[name])
  if (endpoint === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined) {
    return err(`${missing.join(', ')} must be given too: evidence goes to S3 only when all of it is known.`)
  }
  return ok({ endpoint, bucket, region: settings.GENBA_S3_REGION, accessKey, secretKey })
}

/** Evidence files lie beside the database, or in the data folder where the database is elsewhere. */
export function evidenceSettingsOf({ dataFolder, s3 }: Pick<ServerConfig, 'dataFolder' | 's3'>): EvidenceSettings {
  return { folder: join(dataFolder, 'evidence'), s3 }
}

/** The language of the person at the keyboard, by the system's usual variables in their order. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): 'ja' | 'en' {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  return locale?.toLowerCase().startsWith('ja') === true ? 'ja' : 'en'
}

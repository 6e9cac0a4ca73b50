import { expect, test } from 'vitest'
import { must } from '../../../src/domain/must.ts'
import { parseConfig } from '../../../src/server/config.ts'

const valueOf = (env: Record<string, string>) => {
  const parsed = parseConfig(env)
  return must(parsed.ok ? parsed.value : undefined, 'settings')
}
const problemOf = (env: Record<string, string>) => {
  const parsed = parseConfig(env)
  return parsed.ok ? undefined : parsed.error
}

test('without settings the server listens on this machine and keeps its data in ./data', () => {
  expect(valueOf({ GENBA_PORT: '' })).toEqual({
    host: '127.0.0.1',
    port: 8420,
    dataFolder: './data',
    databaseUrl: undefined,
    logLevel: 'warn',
    origins: [],
    organisation: 'main',
    s3: undefined,
  })
})

test('every setting is taken', () => {
  const env = {
    GENBA_HOST: '::1',
    GENBA_PORT: '0',
    GENBA_LOG: 'debug',
    GENBA_ORIGINS: 'http://localhost:5173, http://[::1]:9',
  }
  expect(valueOf(env)).toMatchObject({
    host: '::1',
    port: 0,
    logLevel: 'debug',
    origins: ['http://localhost:5173', 'http://[::1]:9'],
  })
})

test.each(['0.0.0.0', '192.168.1.2', 'example.org', '::'])('listening on %s is refused with the reason', (host) => {
  expect(problemOf({ GENBA_HOST: host })).toMatch(/^GENBA_HOST is refused: until Genba has accounts/)
})

test.each(['-1', '65536', 'eighty'])('%s is no port', (port) => {
  expect(problemOf({ GENBA_PORT: port })).toBe('GENBA_PORT must be a number from 0 to 65535.')
})

test('addresses of other machines are no origins of ours', () => {
  expect(problemOf({ GENBA_ORIGINS: 'http://localhost:1,https://evil.example' })).toMatch(/^GENBA_ORIGINS must list/)
})

test('a problem never repeats the database address, which holds a password', () => {
  expect(problemOf({ DATABASE_URL: 'mysql://me:secret@host/db' })).toBe(
    'DATABASE_URL must begin with postgres:// or postgresql://.',
  )
})

const s3 = {
  GENBA_S3_ENDPOINT: 'http://127.0.0.1:9000/',
  GENBA_S3_BUCKET: 'evidence',
  GENBA_S3_ACCESS_KEY: 'key',
  GENBA_S3_SECRET_KEY: 'secret',
}

test('evidence goes to S3 where all of it is given', () => {
  expect(valueOf(s3).s3).toEqual({
    endpoint: 'http://127.0.0.1:9000',
    bucket: 'evidence',
    region: 'us-east-1',
    accessKey: 'key',
    secretKey: 'secret',
  })
})

test('half a setting of S3 is refused and says what is missing, without the secret', () => {
  const { GENBA_S3_BUCKET: _, GENBA_S3_ACCESS_KEY: __, ...half } = s3
  expect(problemOf(half)).toMatch(/^GENBA_S3_BUCKET, GENBA_S3_ACCESS_KEY must be given too/)
})

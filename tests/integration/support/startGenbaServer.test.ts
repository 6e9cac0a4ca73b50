// The tests' own way of running the built server is trusted to bring the same server back.
import { afterAll, expect, test } from 'vitest'
import { startGenbaServer } from '../../support/startGenbaServer.ts'

const server = await startGenbaServer()
afterAll(() => server.dispose())

test('the server answers again after stop, kill and restart', { timeout: 60_000 }, async () => {
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  await server.kill()
  await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow()
  await server.start()
  await server.restart()
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  await server.stop()
  await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow()
})

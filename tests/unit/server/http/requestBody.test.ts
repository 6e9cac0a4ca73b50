import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { requestBody } from '../../../../src/server/http/requestBody.ts'

/** What of a request its body is made of. */
const aRequest = () => new PassThrough() as unknown as PassThrough & IncomingMessage

test('a sender that goes before anybody reads is told to whoever reads then, and ends nothing else', async () => {
  const request = aRequest()
  const body = requestBody(request)
  request.destroy(new Error('aborted'))
  // An error that nobody listens to would have ended the process by now.
  await new Promise((resolve) => setTimeout(resolve, 20))
  await expect(text(body)).rejects.toThrow()
})

test('a body is read to its end', async () => {
  const request = aRequest()
  const body = requestBody(request)
  request.end('写真')
  expect(await text(body)).toBe('写真')
})

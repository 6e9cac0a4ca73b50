// A screen that nobody sees, for browsers without a headless mode.
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface Screen {
  /** Value for `DISPLAY`. */
  display: string
  stop(): Promise<void>
}

export async function startXvfb(xvfb: string): Promise<Screen> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1300x24', '-nolisten', 'tcp', '-noreset']
  const server = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const endWithUs = () => void server.kill('SIGKILL')
  process.once('exit', endWithUs)
  const number = await Promise.race([
    firstLine(server.stdio[3] as Readable),
    exited.then(() => Promise.reject(new Error('Xvfb ended before it had a screen.'))),
  ])
  return {
    display: `:${number}`,
    stop: async () => {
      server.kill()
      await exited
      process.off('exit', endWithUs)
    },
  }
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      if (text.includes('\n')) resolve(text.trim())
    })
  })
}

// Two tablets in two browsers on one audit of the real server: what one saves, the other folds.
import type { Page } from '@playwright/test'
import type { BenchRun } from './BenchRun.ts'
import type { SampleAnswer } from './generateAudits.ts'
import type { Profile } from './openProfile.ts'
import { waitUntil } from '../support/waitUntil.ts'

export interface LivePair {
  readonly pages: readonly Page[]
  /** Milliseconds from the tap until the other tablet has it. */
  readonly propagate: (edit: SampleAnswer) => Promise<number>
}

export interface Meeting {
  readonly audit: string
  readonly other: Profile
}

export async function openLivePair({ profile, server }: BenchRun, { audit, other }: Meeting): Promise<LivePair> {
  const [sender, receiver] = [await profile.openPage(server.origin), await other.openPage(server.origin)]
  await sender.evaluate((stream) => window.bench.openSender(stream), audit)
  await receiver.evaluate((stream) => window.bench.openReceiver(stream), audit)
  const propagate = async (edit: SampleAnswer) => {
    const { dot, at } = await sender.evaluate((note) => window.bench.sendNote(note), edit)
    const arrivedAt = await waitUntil('the edit arrives', () =>
      receiver.evaluate((wanted) => window.bench.arrivalOf(wanted), dot),
    )
    return arrivedAt - at
  }
  return { pages: [sender, receiver], propagate }
}

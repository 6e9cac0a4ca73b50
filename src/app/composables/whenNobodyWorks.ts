// Waits until no tab of this browser has unfinished work, then does what would disturb it. Whoever is writing is never asked to hurry.
//
//   settle this page ──▶ anybody busy? ──no──▶ task
//         ▲                    │ yes
//         └──── a second ◀─────┘        given up by the person at any time
import type { WorkInProgress } from './createWorkInProgress.ts'

/** What is just being written down is done by then: not worth a word. */
const soonMs = 200
/** Between two looks at the other tabs: soon enough after the last word was saved, and no burden. */
const lookAgainMs = 1_000

export interface CalmPorts {
  readonly work: Pick<WorkInProgress, 'isBusy' | 'settle'>
  /** Runs the task if no other tab works; false where one does. */
  readonly whileNobodyWorks: (task: () => Promise<void>) => Promise<boolean>
  readonly wait: (ms: number) => Promise<void>
}

export interface CalmTask {
  readonly task: () => Promise<void>
  /** Called once when it turns out that somebody is still working. */
  readonly onWaiting: () => void
  readonly isGivenUp: () => boolean
}

export async function whenNobodyWorks(ports: CalmPorts, { task, onWaiting, isGivenUp }: CalmTask): Promise<void> {
  for (let tries = 1; !isGivenUp(); tries += 1) {
    await ports.work.settle()
    // A person may have begun to write while the others were asked: looked at once more inside the lock.
    const isDone = await ports.whileNobodyWorks(async () => {
      if (!ports.work.isBusy() && !isGivenUp()) await task()
    })
    if (isDone && !ports.work.isBusy()) return
    if (tries === 2) onWaiting()
    await ports.wait(tries === 1 ? soonMs : lookAgainMs)
  }
}

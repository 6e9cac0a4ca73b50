// Tells the tabs of this browser from each other's work: a tab with unfinished work holds a lock together with others of its kind.
// The lock ends with its tab, however that ends.

const lockName = 'genba.work'

/** Holds the lock while `watchBusy` says so. Without Web Locks every tab knows of itself alone. */
export function holdWorkLock(watchBusy: (onChange: (isBusy: boolean) => void) => () => void): () => void {
  if (!('locks' in navigator)) return () => undefined
  let release: (() => void) | undefined
  const free = () => {
    release?.()
    release = undefined
  }
  const end = watchBusy((isBusy) => {
    free()
    if (isBusy) release = hold()
  })
  return () => {
    end()
    free()
  }
}

/**
 * A lock that is given up before it was granted ends as soon as it is. Asked for in a task of its own: a tap hands its answer to the
 * database first, and what asking costs goes by meanwhile.
 */
function hold(): () => void {
  let release: () => void = () => undefined
  const freed = new Promise<void>((done) => (release = done))
  const asking = setTimeout(() => void navigator.locks.request(lockName, { mode: 'shared' }, () => freed))
  return () => {
    clearTimeout(asking)
    release()
  }
}

/** Runs `task` if no tab has unfinished work, and keeps others from beginning a second time; false where one has. */
export async function whileNobodyWorks(task: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await task()
    return true
  }
  return navigator.locks.request(lockName, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
    if (lock === null) return false
    await task()
    return true
  })
}

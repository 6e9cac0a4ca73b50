// Whether other tabs of this browser have the same thing open, by Web Locks, which end with their tab however it ends.

/**
 * Runs `task` when no other tab is present under this name, and marks this tab as present until it closes.
 * Where Web Locks are missing there is no way to know, and the task runs.
 */
export async function whileNoOtherTab(name: string, task: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) {
    await task()
    return
  }
  await navigator.locks.request(name, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
    if (lock !== null) await task()
  })
  void navigator.locks.request(name, { mode: 'shared' }, () => new Promise(() => undefined))
}

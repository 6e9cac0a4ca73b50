// Lets the browser do what waits, a key or a frame, before long work goes on.

export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

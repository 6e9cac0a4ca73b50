// Says by sound and vibration what a scan gave, so that nobody has to look up from the table. Silent where the device cannot.

export type ScanSound = 'matched' | 'attention' | 'again'

export interface ScanSignal {
  readonly give: (sound: ScanSound) => void
  readonly close: () => void
}

/** Tones in Hz, one after the other: up for a match, low and twice for what needs a look. */
const tones: Readonly<Record<ScanSound, readonly number[]>> = {
  matched: [880, 1_320],
  attention: [330, 330],
  again: [620],
}
const vibrations: Readonly<Record<ScanSound, readonly number[]>> = {
  matched: [60],
  attention: [120, 80, 120],
  again: [30],
}
const toneSeconds = 0.11

/** Call it while a tap is handled: a browser lets no page make sounds on its own. */
export function createScanSignal(): ScanSignal {
  const audio = 'AudioContext' in globalThis ? new AudioContext() : undefined
  void audio?.resume()
  return {
    give(sound) {
      if ('vibrate' in navigator) navigator.vibrate([...vibrations[sound]])
      if (audio?.state === 'running') tones[sound].forEach((hertz, index) => playTone(audio, hertz, index))
    },
    close: () => void audio?.close(),
  }
}

function playTone(audio: AudioContext, hertz: number, index: number): void {
  const begin = audio.currentTime + index * toneSeconds * 1.3
  const tone = new OscillatorNode(audio, { frequency: hertz })
  const loudness = new GainNode(audio, { gain: 0.2 })
  // Faded out: a tone that is cut off clicks.
  loudness.gain.setTargetAtTime(0, begin + toneSeconds * 0.6, toneSeconds * 0.15)
  tone.connect(loudness).connect(audio.destination)
  tone.start(begin)
  tone.stop(begin + toneSeconds)
}

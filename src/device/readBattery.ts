// How full the battery is, where the browser tells (Chromium only).

export interface Battery {
  /** 0 to 1. */
  readonly level: number
  readonly isCharging: boolean
}

interface BatteryNavigator {
  readonly getBattery?: () => Promise<{ readonly level: number; readonly charging: boolean }>
}

export async function readBattery(): Promise<Battery | null> {
  try {
    const battery = await (navigator as BatteryNavigator).getBattery?.()
    return battery === undefined ? null : { level: battery.level, isCharging: battery.charging }
  } catch {
    return null
  }
}

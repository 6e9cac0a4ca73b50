// The themes the sheet of tokens knows, and what a person may choose: one of them, or whatever the device says.

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

export const themeChoices = [...themes, 'device'] as const
export type ThemeChoice = (typeof themeChoices)[number]

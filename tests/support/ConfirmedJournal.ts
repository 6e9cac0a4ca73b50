// What the screen called saved, noted by the test's own process, which no crash of a browser reaches: the witness of "nothing is lost".
import { expect, type Page } from '@playwright/test'
import { expectJudged, go, judge, noteField } from './auditorActions.ts'
import { readServerLog, type LoggedOperation } from './readServerLog.ts'
import { z } from '../../src/protocol/strictZod.ts'

/** The buttons of an answer, and what they are in the log. */
const judgements = {
  適合: 'conforming',
  一部: 'partial',
  不適合: 'nonconforming',
  対象外: 'not-applicable',
} as const

export type JudgementWord = keyof typeof judgements

type Confirmed =
  | { readonly kind: 'answer-judged'; readonly question: string; readonly value: JudgementWord }
  | { readonly kind: 'answer-noted'; readonly question: string; readonly value: string }

export class ConfirmedJournal {
  readonly #entries: Confirmed[] = []

  /** Taps an answer, and notes it once the screen has said that it is saved. */
  async judge(page: Page, audit: string, question: string, answer: JudgementWord): Promise<void> {
    await judge(page, audit, question, answer)
    this.#entries.push({ kind: 'answer-judged', question, value: answer })
  }

  /** Types into the note of a question, leaves it in progress, and notes it once the screen calls it saved. */
  async write(page: Page, audit: string, question: string, text: string): Promise<void> {
    await go(page, `${audit}/checklist/${question}`)
    await noteField(page).fill(text)
    await this.noteWhenSaved(page, question, text)
  }

  /** For a text that was typed in another way. */
  async noteWhenSaved(page: Page, question: string, text: string): Promise<void> {
    const row = page.locator(`[data-question="${question}"]`)
    await expect(row.getByText(/^保存済み/).first()).toBeVisible()
    this.#entries.push({ kind: 'answer-noted', question, value: text })
  }

  /** The last of each place is on the screen. */
  async expectOnScreen(page: Page, audit: string): Promise<void> {
    for (const { kind, question, value } of this.#latest()) {
      if (kind === 'answer-judged') await expectJudged(page, audit, question, value)
      else {
        await go(page, `${audit}/checklist/${question}`)
        await expect(noteField(page)).toHaveValue(value)
      }
    }
  }

  /** Every tap and the last text of each place come to be in the server's log. */
  async expectAtServer(origin: string): Promise<void> {
    const latest = this.#latest()
    const wanted = this.#entries
      .filter((entry) => entry.kind === 'answer-judged' || latest.includes(entry))
      .map(asLogged)
    await expect
      .poll(async () => missingFrom((await readServerLog(origin)).flatMap(answerIn), wanted), { timeout: 45_000 })
      .toEqual([])
  }

  #latest(): readonly Confirmed[] {
    return [...new Map(this.#entries.map((entry) => [`${entry.kind} ${entry.question}`, entry])).values()]
  }
}

function asLogged({ kind, question, value }: Confirmed): string {
  return `${kind} ${question} ${kind === 'answer-judged' ? judgements[value] : value}`
}

const judgedBody = z.object({ judgement: z.string() })
const notedBody = z.object({ text: z.string() })

/** An answer of the log in the same words; nothing for operations of other kinds. */
function answerIn({ kind, entity, body }: LoggedOperation): readonly string[] {
  const question = entity.split('/')[1] ?? ''
  if (kind === 'answer-judged') return [`${kind} ${question} ${judgedBody.parse(body).judgement}`]
  return kind === 'answer-noted' ? [`${kind} ${question} ${notedBody.parse(body).text}`] : []
}

/** A tap that was made twice is wanted twice. */
function missingFrom(logged: readonly string[], wanted: readonly string[]): readonly string[] {
  const left = [...logged]
  return wanted.filter((entry) => {
    const at = left.indexOf(entry)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

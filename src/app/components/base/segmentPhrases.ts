// Japanese text cut into phrases. Loaded only where the browser cannot do it, because the model weighs 10 kB.
import { Parser, jaModel } from 'budoux'

const parser = new Parser(jaModel)

/** The parts joined give the text back unchanged. */
export function segmentPhrases(text: string): string[] {
  return parser.parse(text)
}

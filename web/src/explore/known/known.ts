import type { StatementAnswer } from '@dripline/clinical'
import type { AskedStatement } from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/known'

export type Phase = 'before' | 'after'
/** What a reader chose, by the id of the statement. */
export type Chosen = Readonly<Record<string, StatementAnswer>>

/** What is asked of a reader, and where it is sent. */
export type Asking = {
  phase: Phase
  /** Where the form leads: the article’s own address, in its reader’s language. */
  action: string
  /** Where what stands behind each is read. */
  evidence: string
  idempotencyKey: string
  statements: readonly AskedStatement[]
}

/** What it is played from: what is asked, and what was just answered without a script. */
export type KnownNumbers = { asking: Asking; given: Chosen | null }

/** The three answers, in the order in which they are offered. */
export const answersFor = (to: Reader): readonly { value: StatementAnswer; label: string }[] => [
  { value: 'true', label: words.saysTrue(to) },
  { value: 'false', label: words.saysFalse(to) },
  { value: 'not sure', label: words.notSure(to) },
]

/** What a reader said, as it is read. */
export const saidIn = (to: Reader, answer: StatementAnswer): string =>
  answersFor(to).find(({ value }) => value === answer)?.label ?? ''

/** Whether what was said is so. */
export const isRight = ({ isTrue }: Pick<AskedStatement, 'isTrue'>, answer: StatementAnswer | undefined): boolean =>
  answer === (isTrue ? 'true' : 'false')

/** On how many of the statements a reader was right. */
export const rightOn = (statements: readonly AskedStatement[], chosen: Chosen): number =>
  statements.filter((each) => isRight(each, chosen[each.id])).length

/** What was chosen in a form. */
export function chosenIn(statements: readonly AskedStatement[], form: FormData): Chosen {
  const said = (id: string) => answers.find((each) => each === form.get(id))
  return Object.fromEntries(
    statements.flatMap(({ id }) => {
      const answer = said(id)
      return answer ? [[id, answer]] : []
    }),
  )
}

const answers: readonly StatementAnswer[] = ['true', 'false', 'not sure']

import type { Claim } from '../chart/claim.ts'
import type { Statement } from '../chart/statement.ts'
import { statements, type Versioned } from '../definitions.ts'
import { statementIn } from '../words/definition-words.ts'
import type { Reader } from '../words/reader.ts'
import { claimOn } from './draw-article.ts'

/** A statement as a reader is asked it, with the claim that says what is so. */
export type AskedStatement = Pick<Versioned<Statement>, 'id' | 'version' | 'text' | 'isTrue' | 'why'> & {
  claim: Pick<Claim, 'id' | 'title' | 'source'>
}

/** The statements that are asked on a day, in their order: one whose claim does not stand on it is not. */
export const statementsOn = (reader: Reader, day: string): AskedStatement[] =>
  statements.flatMap((each) => {
    const claim = claimOn(each.claim, { reader, day })
    if (!claim) return []
    const { id, version, text, isTrue, why } = statementIn(reader, each, claim)
    return [{ id, version, text, isTrue, why, claim: { id: claim.id, title: claim.title, source: claim.source } }]
  })

import type { Telling } from './telling.ts'

const small =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const large = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?'
const any = `\\p{N}[\\p{N}.,]*|one|zero|${small}|${large}`
const telling = (kind: Telling['kind'], ...patterns: string[]): Telling[] =>
  patterns.map((pattern) => ({ kind, says: new RegExp(pattern, 'iu') }))

/** What gives a number or a promise in English. */
export const english: readonly Telling[] = [
  ...telling(
    'share',
    '\\bper ?cent\\b|\\bpercentages?\\b|%|‰',
    `\\b(${any}) (in|of|out of|of every|in every) (the |a |every )?(${any})\\b`,
    '\\b(half|halves|halved?|thirds|quarters|fifths|sixths|eighths|tenths|majority|minority)\\b',
    '\\b(a|one|the other) (third|quarter|fifth|sixth|tenth)\\b',
    '(?<!\\bthe )\\bmost\\b(?! of all)',
    '\\b(nearly|almost|practically|virtually) (all|every\\w*|always|never|no ?body|none)\\b',
    '\\b(all|every|each) (of )?(our |the |these )?(patients?|people|persons?|clients?)\\b',
    '\\bnine times out of\\b|\\bmore often than not\\b',
    '\\b(twice|thrice|double[ds]?|tripled?|triples|quadrupled?)\\b',
    '\\b\\w+[- ]?fold\\b',
    '\\btimes (as|more|less|better|worse|stronger|likelier)\\b',
    '\\b(better|worse|stronger|weaker|faster|safer|longer|more|less|fewer|greater|higher|lower) than\\b',
    '\\b(more|less) (effective|often|likely|relief|powerful)\\b',
    '\\bas (good|effective|strong|safe|well|powerful|likely|many|much) as\\b',
    `\\bup to (${any}|a|an|several|half)\\b`,
    '\\b(outperforms?|superior to|unmatched|best)\\b',
  ),
  ...telling(
    'promise',
    '\\bsafe(r|st|ly)?\\b',
    '\\b(un)?prove[ns]?\\b|\\bproofs?\\b',
    '\\bcur(e|es|ed|ing|able|ative)\\b',
    '\\b(no|without|free (of|from)|zero|never any) (known |serious |real |lasting )?(side[- ]effects?|risks?|harms?)\\b',
    '\\b(risk|side[- ]effect)[- ]free\\b|\\bharmless\\b',
    '\\bguarante\\w*\\b|\\bmirac\\w*\\b|\\bbreakthroughs?\\b',
    '\\b(non|not)[- ]addictive\\b|\\bnot habit[- ]forming\\b',
    '(?<!\\bnot )\\bFDA[- ]approved\\b|(?<!\\bnot )\\bapproved by the FDA\\b',
    '\\balways works\\b|\\bworks for everyone\\b|\\bnever fails\\b',
  ),
  ...telling('number', '\\p{N}', `\\b(${small}|${large}|zero)\\b`, '\\b(a couple of|a score of|a handful of)\\b'),
]

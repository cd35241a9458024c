import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { heldClock, testGround } from '../platform/testing.ts'

/** The expression with which the migration reads a free word, taken from its own text. */
const reading = () => {
  const text = readFileSync(join(import.meta.dirname, '0014-coded-drugs.sql'), 'utf8')
  const [, expression] = text.match(/update vial set drug_id = ([\s\S]+?'not-coded'\));/) ?? []
  if (!expression) throw new Error('The migration reads words in another way.')
  return expression.replaceAll('vial.drug_word', 'said.word')
}

test.each([
  ['ketamine', 'ketamine'],
  ['Ketamine', 'ketamine'],
  ['ketamine HCl', 'ketamine'],
  ['KETAMINE  hydrochloride injection', 'ketamine'],
  ['Versed', 'midazolam'],
  ['midazolam', 'midazolam'],
  ['esketamine', 'not-coded'],
  ['S-ketamine', 'not-coded'],
  ['ketamine or midazolam', 'not-coded'],
  ['', 'not-coded'],
])('a vial of before, “%s”, is read as %s', async (word, id) => {
  const { kysely } = (await testGround(heldClock())).database
  const { rows } = await sql<{
    id: string
  }>`select ${sql.raw(reading())} as id from (values (${word}::text)) as said (word)`.execute(kysely)
  expect(rows).toEqual([{ id }])
})

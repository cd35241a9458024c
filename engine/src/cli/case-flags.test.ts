import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { readArguments } from './arguments.ts'
import { caseFlags, readCaseWithFlags } from './case-flags.ts'
import { readColumns } from './read-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'dripline-flags-'))
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const read = (...words: string[]) => readCaseWithFlags(readArguments(words, [], ['model', ...caseFlags]))
const faultsOf = (tried: () => unknown) => {
  try {
    tried()
    return []
  } catch (error) {
    if (error instanceof EngineFault) return error.faults.map(({ input, value }) => [input, value])
    throw error
  }
}

describe('flags and tables in place of a case', () => {
  test('make a whole one, in which an empty cell is an absent field', () => {
    const doses = written('doses.csv', 'bolusMg,infuseMgPerKg,overMin,atMin\n5,,,0\n,0.5,40,10\n')
    expect(read('--model', 'domino', '--weight-kg=70', '--sex', 'male', '--times-min', '5,40', '--regimen', doses)).toEqual({
      model: 'domino',
      subject: { weightKg: 70, sex: 'male' },
      timesMin: [5, 40],
      regimen: [
        { bolusMg: 5, atMin: 0 },
        { infuseMgPerKg: 0.5, overMin: 40, atMin: 10 },
      ],
    })
  })

  test('have ranges of times, alone and beside others', () => {
    const file = written('ranges.json', '{"model":"domino"}')
    expect(read(file, '--times-min', '0:5:20,40')).toMatchObject({ timesMin: [0, 5, 10, 15, 20, 40] })
    expect(read(file, '--times-min', '0:0.1:0.3')).toMatchObject({ timesMin: [0, 0.1, 0.2, 0.3] })
    expect(read(file, '--times-min', '5:0:10')).toMatchObject({ timesMin: ['5:0:10'] })
  })

  test('stand in place of fields, the rest of the case and of its subject stays', () => {
    const file = written('case.json', '{"model":"domino","subject":{"weightKg":70,"sex":"male"},"regimen":[],"timesMin":[1]}')
    expect(read(file, '--weight-kg', '50')).toMatchObject({ model: 'domino', subject: { weightKg: 50, sex: 'male' } })
    const log = written('log.csv', '"event";"atMin";"rateMgPerHour"\r"start";0;52.5\r"stop";40;\r')
    expect(read(file, '--log', log)).toMatchObject({
      regimen: undefined,
      log: [
        { event: 'start', atMin: 0, rateMgPerHour: 52.5 },
        { event: 'stop', atMin: 40 },
      ],
    })
  })

  test('that are no numbers stay as they are, to be refused by their field', () => {
    const doses = written('comma.csv', 'infuseMg;overMin;atMin\n1,234;40;0\n')
    expect(read('--weight-kg', 'heavy', '--times-min', '5,,x', '--regimen', doses)).toMatchObject({
      subject: { weightKg: 'heavy' },
      timesMin: [5, '', 'x'],
      regimen: [{ infuseMg: '1,234' }],
    })
  })
})

describe('what cannot be read', () => {
  const columns = { needed: ['timeMin'], known: ['site'] }
  test('is a column that has no meaning, is missing, or stands twice; a line that is too long', () => {
    const tried = (text: string) => faultsOf(() => readColumns(written('bad.csv', text), columns)).map(([, value]) => value)
    expect(tried('time,site,site\n')).toEqual(['time,site,site', 'time', 'site'])
    expect(tried('timeMin\n1,venous\n')).toEqual(['1,venous'])
    expect(tried('')).toContain('')
  })

  test('is a flag without its value, one given twice, one that is not known, a value where there is none', () => {
    const tried = (...words: string[]) => faultsOf(() => readArguments(words, ['json'], ['svg', 'seed'])).map(([input]) => input)
    expect(tried('--svg', '--json', '--seed', '1', '--seed', '2', '--jason', '--json=5')).toEqual([
      '--svg',
      '--seed',
      '--jason',
      '--json=5',
    ])
    expect(tried('--seed')).toEqual(['--seed'])
    expect(tried('-', '--seed', '-1')).toEqual([])
  })
})

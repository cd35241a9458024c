import { labCase } from '@dripline/engine'
import { describe, expect, test } from 'vitest'
import { type DoseDraft, type Draft, firstDraft, newDose, newRegimen } from './draft.ts'
import { csvOf, svgFile } from './export.ts'
import { fileOf } from './file.ts'
import { openText, readFile } from './open.ts'
import { gridOf } from './time.ts'
import { addressOf, startFrom } from './use-lab.ts'
import { nameOf, sayLevel, sayRegimen, sayTimes } from './words.ts'

const withoutKeys = (draft: Draft) => JSON.parse(JSON.stringify(draft, (name, value) => (name === 'key' ? undefined : value)))
const opened = (text: string) => {
  const found = openText(text)
  if ('faults' in found) throw new Error(found.faults.map(({ input }) => input).join())
  return found.draft
}

const rich: Draft = {
  ...firstDraft(),
  models: ['otto-2021', 'kamp-2020'],
  ageYears: '',
  sex: '',
  regimens: [
    newRegimen('Once, then a drip', [
      newDose({ kind: 'bolus', amount: '0.3', until: '' }),
      newDose({ kind: 'rate', amount: '0.2', from: '5', until: '245' }),
    ]),
    { ...newRegimen('Five days', [newDose({ perKg: false, amount: '50', again: '1440, 2880' })]), isSalt: true },
  ],
  view: 'effect site',
  site: { by: 'ke0PerMin', value: '0.238', source: 'navarrete-2025' },
  after: '300',
  hours: '80',
  seed: '12',
}

const sprayed: Draft = {
  ...firstDraft(),
  models: ['perez-ruixo-2021'],
  drug: 's-ketamine',
  regimens: [
    newRegimen('Sprays', [newDose({ kind: 'intranasal', perKg: false, amount: '56', until: '', again: '5' }), newDose()]),
    newRegimen('A drink', [newDose({ kind: 'oral', amount: '0.5', until: '' })]),
  ],
}

describe('the file of the lab', () => {
  test.each([
    ['as it first stands', firstDraft()],
    ['with everything it can hold', rich],
    ['with doses by other ways than the vein', sprayed],
  ])('comes back %s', (_, draft) => {
    expect(readFile(fileOf(draft)).faults).toEqual([])
    const again = opened(JSON.stringify(fileOf(draft)))
    const plain = (each: Draft) =>
      withoutKeys({ ...each, regimens: each.regimens.map((r) => ({ ...r, doses: r.doses.map(said) })) })
    expect(plain(again)).toEqual(plain(draft))
    expect(fileOf(again)).toEqual(fileOf(draft))
  })

  test('opened again gives the same figures, to the last digit', () => {
    const draft = { ...firstDraft(), size: '10' }
    const drawn = (file: unknown) => labCase(readFile(file).lab ?? never())
    expect(drawn(fileOf(opened(JSON.stringify(fileOf(draft)))))).toEqual(drawn(fileOf(draft)))
  })

  test('that is broken names every fault, each at its place', () => {
    const file = { ...fileOf(firstDraft()), models: ['hornik-2018'], seed: -1, drug: 'esketamine', hue: 1 }
    const found = openText(JSON.stringify(file))
    expect('faults' in found && found.faults.map(({ input }) => input).sort()).toEqual(['drug', 'hue', 'models[0]', 'seed'])
    expect('faults' in openText('{"lab":')).toBe(true)
  })

  test('takes what is half typed to the engine, which says what is missing', () => {
    const [dose] = firstDraft().regimens[0]?.doses ?? []
    const half = (change: object) => ({
      ...firstDraft(),
      weightKg: '',
      regimens: [newRegimen('A', [{ ...(dose ?? newDose()), ...change }])],
    })
    const { faults } = readFile(fileOf(half({ amount: '', until: '0' })))
    expect(faults.map(({ input }) => input).sort()).toEqual([
      'regimens[0].regimen[0].infuseMgPerKg',
      'regimens[0].regimen[0].overMin',
      'subject.weightKg',
    ])
    expect(readFile(fileOf({ ...firstDraft(), hours: 'all day' })).faults.map(({ input }) => input)).toEqual(['timesMin[0]'])
  })

  test('names a way that a model does not know, where it is chosen', () => {
    const { faults } = readFile(fileOf({ ...sprayed, models: ['kamp-2020'] }))
    expect(faults.map(({ input }) => input)).toEqual(['regimens[0].regimen[0].route', 'regimens[1].regimen[0].route'])
    const muscle = [newRegimen('A', [newDose({ kind: 'intramuscular', amount: '4' })])]
    expect(readFile(fileOf({ ...firstDraft(), models: ['hornik-2018'], regimens: muscle })).faults).toEqual([])
  })

  test('holds the intramuscular model back, with the reason', () => {
    const { faults } = readFile(fileOf({ ...firstDraft(), models: ['hornik-2018'] }))
    expect(faults.map(({ expected }) => expected)).toEqual([expect.stringContaining('intramuscular')])
  })
})

/** A bolus has no length, nor has what is taken: what stands in the hidden field is nobody's. */
const said = <T extends { kind: string; until: string }>(dose: T) =>
  dose.kind === 'infusion' || dose.kind === 'rate' ? dose : { ...dose, until: '' }
const never = (): never => {
  throw new Error('the file was refused')
}

describe('the times of a curve', () => {
  test('rise, and hold the instant before each change of the pump and the change itself', () => {
    const draft = { regimens: [newRegimen('A', [newDose({ kind: 'bolus', from: '77' }), newDose({ from: '100', until: '40' })])] }
    const times = gridOf(draft, 400)
    expect(times.every((at, i) => i === 0 || at > (times[i - 1] ?? 0))).toBe(true)
    for (const at of [76.99, 77, 100, 140]) expect(times).toContain(at)
    expect(times.at(-1)).toBe(400)
  })
})

describe('the words', () => {
  test('name models and doses as people do', () => {
    expect(['perez-ruixo-2021', 'kamp-2020', 'clements-250', 'domino'].map(nameOf)).toEqual([
      'Perez-Ruixo 2021',
      'Kamp 2020',
      'Clements 250',
      'Domino',
    ])
    const doses = [newDose({ kind: 'bolus', perKg: false, amount: '21' }), newDose({ from: '60', until: '40' })]
    expect(
      sayRegimen(doses)
        .replaceAll(/[\u2060\u2005]/g, ' ')
        .replaceAll(/ +/g, ' '),
    ).toBe('21 mg at once, then 0.5 mg/kg over 40 min, from 1 h')
  })
})

describe('figures of the lab', () => {
  test('that no assay measures are not written out, and never lose their power of ten', () => {
    expect([0, 8.04e-10, 0.0123456, 47.66, 12345].map(sayLevel)).toEqual(['0', 'under 0.001', '0.0123', '47.7', '12,300'])
    expect([1.96, 25.04, 3e25].map(sayTimes)).toEqual(['2', '25', '1,000,000 or more'])
  })

  test('of a dose that cannot be are no sentence yet; many repeats are counted', () => {
    const said = (dose: Partial<DoseDraft>) => sayRegimen([newDose(dose)]).replaceAll(/[\u2060\u2005]+/g, ' ')
    for (const until of ['-3', '0', '', 'x']) expect(said({ until })).toBe('not complete yet')
    expect(said({ kind: 'rate', from: '60', until: '30' })).toBe('not complete yet')
    expect(said({ kind: 'intranasal', perKg: false, amount: '56', until: '', from: '60' })).toBe('56 mg into the nose at 1 h')
    expect(said({ until: '0.5' })).toBe('0.5 mg/kg over 0.5 min')
    expect(said({ again: '1440, 2880' })).toBe('0.5 mg/kg over 40 min, again from 24 h, 48 h')
    expect(said({ again: '1440,2880,4320,5760' })).toBe('0.5 mg/kg over 40 min, 4 times more, the last from 96 h')
  })
})

describe('a file that holds more than the page has fields for', () => {
  const { regimens, ...rest } = fileOf(firstDraft())

  test('is refused where the page would show something else', () => {
    const regimen = [{ rampFromMgPerHour: 0, rampToMgPerHour: 30, fromMin: 0, toMin: 60 }]
    const found = openText(JSON.stringify({ ...rest, regimens: [{ name: 'A', regimen }] }))
    expect('faults' in found && found.faults).toEqual([
      { input: 'regimens[0].regimen[0].rampFromMgPerHour', value: 'a ramp', expected: expect.stringContaining('no fields') },
    ])
  })

  test('or paths of one’s own', () => {
    const absorption = { paths: [{ share: 0.3 }], source: 'a guess' }
    const regimen = [{ giveMg: 50, route: 'troche', atMin: 0, absorption }]
    const found = openText(JSON.stringify({ ...rest, regimens: [{ name: 'A', regimen }] }))
    expect('faults' in found && found.faults.map(({ input }) => input)).toEqual(['regimens[0].regimen[0].absorption'])
  })

  test('keeps the spread that it gives', () => {
    const variabilityWhereNone = { cl: 0.25, v1: 0.3 }
    const file = { ...rest, regimens, variabilityWhereNone }
    expect(fileOf(opened(JSON.stringify(file))).variabilityWhereNone).toEqual(variabilityWhereNone)
  })

  test('says that it was made with another version of a model', () => {
    const found = openText(JSON.stringify({ ...rest, regimens, versions: { domino: 'older' } }))
    expect('warnings' in found && found.warnings).toEqual([expect.stringContaining('domino older')])
  })
})

describe('the address of a view', () => {
  test('keeps the versions of the models, and is none where no server would take it', () => {
    const { faults, warnings } = startFrom(addressOf(fileOf(firstDraft())) ?? '')
    expect([faults, warnings]).toEqual([[], []])
    expect(decodeURIComponent(addressOf(fileOf(firstDraft())) ?? '')).toContain('"versions":{"kamp-2020":')
    const again = Array.from({ length: 2000 }, (_, i) => (i + 1) * 60).join(', ')
    expect(addressOf(fileOf({ ...firstDraft(), regimens: [newRegimen('A', [newDose({ again })])] }))).toBeNull()
  })
})

describe('what is taken away', () => {
  test('the table has a line for every point, and is empty where no band is drawn yet', () => {
    const curve = {
      model: 'domino',
      regimen: 'A, "short"',
      version: 'v',
      spread: 'own',
      points: [{ at: 0.5, value: 12.25 }],
      fan: undefined,
    }
    const [first, second] = csvOf({ curves: [curve], quantity: 'plasma', drug: 's-ketamine', size: '500', seed: '1' }).split('\n')
    expect(first).toContain('min,typical_ng_per_ml,p5_ng_per_ml')
    expect(second).toBe('"A, ""short""",domino,v,s-ketamine,plasma,model estimate,own,500,1,30,12.25,,,,,')
  })

  test('the picture stands alone: no name of a colour is left, its title and caption are in it', () => {
    const markup = '<svg viewBox="0 0 100 50" aria-hidden="true"><path stroke="var(--chart-ground, var(--dl-surface))"/></svg>'
    const file = svgFile(markup, { title: 'A & B', caption: 'Model estimate.' }, (name) =>
      name === '--chart-ground' ? '' : '#123',
    )
    expect(file).not.toContain('var(')
    expect(file).toContain('<path stroke="#123"/>')
    expect(file).toContain('<title>A &amp; B</title>')
    expect(file).toContain('Model estimate.')
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type VisitNext, visitActs } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import { kindOf } from './kind-of.ts'

const visit = import.meta.dirname
const files = readdirSync(visit, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => join(visit, name))

/** The opening tag of every button in a file, as it is written. */
const buttonsIn = (file: string): string[] => readFileSync(file, 'utf8').match(/<Button\s(?:=>|[^>])*>/g) ?? []
const next = (code: VisitNext['code']): { next: VisitNext } => ({
  next: { code, by: visitActs[code], except: null, where: 'visit', gate: null, at: null },
})

describe('the buttons of a visit', () => {
  test('are filled by what is next, and by nothing else', () => {
    const all = files.flatMap((file) => buttonsIn(file).map((tag) => ({ file, tag })))
    expect(all.length).toBeGreaterThan(40)
    const own = all.filter(({ tag }) => !tag.includes('kind=') || tag.includes('kind="main"') || tag.includes("'main'"))
    expect(own).toEqual([])
  })

  test('are filled for one act alone', () => {
    expect(kindOf(next('start'), 'start')).toBe('main')
    expect(kindOf(next('answer-mark'), 'start')).toBe('second')
    expect(kindOf(next('read-again'), 'read-first', 'read-second', 'read-again')).toBe('main')
  })
})

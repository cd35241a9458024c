import { describe, expect, test } from 'vitest'
import { isCommonPassword } from './common-password.ts'

describe('a password that anybody would try', () => {
  test.each([
    'passwordpassword',
    'PassWord PassWord',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '123456789012',
    'abcdefghijklm',
    'qwertyuiopasdf',
    'password123!',
    '1234password1234',
    'dragondragon12',
    'iloveyou2026!!',
    'ｐａｓｓｗｏｒｄpassword',
    '😀😀😀😀😀😀😀😀😀😀😀😀',
    'Ketamine2026!',
    'Dripline Clinic',
    'infusion-nurse',
    '#1 ketamine clinics',
  ])('%s is', (password) => expect(isCommonPassword(password)).toBe(true))

  test.each([
    'slow rivers carry far',
    'a heron beside the reeds',
    'kT9#vQ2$xL7!',
    'seven purple thistles',
    'the clinic of seven thistles',
    'река clinic берег',
    'hunter-gatherer-baskets',
    'ein langes Kennwort für mich',
  ])('%s is not', (password) => expect(isCommonPassword(password)).toBe(false))

  test('an uncommon phrase around a common word stays what it is', () => {
    expect(isCommonPassword('my password lives in a teapot')).toBe(false)
  })
})

import { Problem } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { hashPassword, isPassword } from './password.ts'

const person = { email: 'clover@example.test', name: 'Clover Standin' }
const faultsOf = async (password: string): Promise<Problem['faults']> => {
  try {
    await hashPassword(password, person)
    return []
  } catch (error) {
    if (error instanceof Problem) return error.faults
    throw error
  }
}

test('a password is kept by argon2id at the strength that is asked for today, with a salt of its own', async () => {
  const [first, second] = [
    await hashPassword('slow rivers carry far', person),
    await hashPassword('slow rivers carry far', person),
  ]
  for (const hash of [first, second]) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(first).not.toBe(second)
  expect(await isPassword(first, 'slow rivers carry far')).toBe(true)
  expect(await isPassword(first, 'slow rivers carry fa')).toBe(false)
  expect(await isPassword(null, 'slow rivers carry far')).toBe(false)
})

test('a new password has twelve characters at least, of any kind, and is not its person’s own name or address', async () => {
  expect(await faultsOf('elevensigns')).toMatchObject([{ field: 'password' }])
  for (const any of [
    'twelvesmalls',
    '  a  heron  ',
    '💧 🪨 🌊 🐟 🛶 🌾 💧',
    '8305 1749 2266',
    'a river of four and sixty letters that go on, and on, and on: sea',
  ])
    expect([any, await faultsOf(any)]).toEqual([any, []])
  for (const own of ['Clover Standin', 'CLOVER@example.test', 'cloverstandin'])
    expect([own, await faultsOf(own)]).toMatchObject([own, [{ field: 'password' }]])
})

import { type Fault, Problem } from '@dripline/clinical'
import { hash, verify } from '@node-rs/argon2'
import { isCommonPassword } from './common-password.ts'

export const LEAST = 12
const MOST = 200

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

// Nobody's password: an unknown address is checked against it, so that it takes as long as a known one.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$32RqynC7NM7g+qa4r94Rbg$DXeisypdi+p1blSGIO9RkpX4zjG1Yu0h579zrH/mfis'

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

const faultsIn = (password: string, { email, name }: Person): Fault[] => {
  const length = [...password].length
  if (length < LEAST) return [{ field: 'password', code: 'at-least-characters-length-is-all', params: { least: LEAST } }]
  if (length > MOST) return [{ field: 'password', code: 'at-most-characters', params: { most: MOST } }]
  const own = [email, email.split('@')[0] ?? email, name].map(plain)
  if (own.includes(plain(password))) return [{ field: 'password', code: 'something-else-than-your-own-name' }]
  if (isCommonPassword(password)) return [{ field: 'password', code: 'phrase-that-is-not-among-first' }]
  return []
}

type Person = { readonly email: string; readonly name: string }

/** The argon2id hash of a new password, for its person; refuses one that is too short, too common, or the person's own name. Never call it inside a step. */
export const hashPassword = (password: string, person: Person): Promise<string> => {
  const faults = faultsIn(password, person)
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
  return hash(password.normalize('NFKC'), COST)
}

/** Whether this is the password behind a hash; without a hash the answer is no, after the same time. Never call it inside a step. */
export const isPassword = async (passwordHash: string | null | undefined, password: string): Promise<boolean> => {
  const isTooLong = [...password].length > MOST
  const isRight = await verify(passwordHash ?? NOBODY, isTooLong ? '' : password.normalize('NFKC'))
  return isRight && typeof passwordHash === 'string'
}

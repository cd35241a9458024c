import { asked, Problem } from '@dripline/clinical'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { type Ctx, groundOf, inClinic, inOneStep, staffOf, type Tx } from '../context.ts'
import { showsNobody } from '../shown.ts'
import { deviceId, isKnownTo } from './device.ts'
import { demandFresh } from './fresh.ts'
import { COST } from './password.ts'
import { countWrongPin, endPin, forgiveTries, insertPin, pinOf, pinsOn } from './pin-store.ts'
import { refuse } from './refuse.ts'
import { beginSignIn } from './sign-in.ts'
import { openSignIn, touchChair } from './store.ts'

/** What a PIN is. */
export const pinShape = z.string(asked('six-figures')).regex(/^\d{6}$/, asked('six-figures'))

/** Wrong PINs in a row after which only a passkey or a password opens the tablet for that person; proposed. */
export const MOST_WRONG = 5

const easy = ['0123456789', '9876543210']

/** Whether six figures are among the first that anybody tries: one figure, a row, or two or three figures said over. */
export const isEasyPin = (pin: string): boolean =>
  /^(\d)\1*$/.test(pin) || /^(\d\d)\1\1$/.test(pin) || /^(\d\d\d)\1$/.test(pin) || easy.some((row) => row.includes(pin))

// The person and the device are part of what is hashed: a row moved to another opens nothing.
const saltedWith = (device: string, accountId: string, pin: string) => `${device} ${accountId} ${pin}`

const deviceHere = (ctx: Ctx, accountId: string): string | null =>
  ctx.device !== undefined && isKnownTo(groundOf(ctx), ctx.device, accountId) ? deviceId(ctx.device) : null

/** Keeps a PIN of the person signed in for this device, in place of the one before. */
export async function setPin(ctx: Ctx, { pin }: { readonly pin: string }) {
  const { id: accountId } = staffOf(ctx)
  const device = deviceHere(ctx, accountId)
  if (device === null) throw new Problem('sign-in-again')
  if (isEasyPin(pin)) throw new Problem('not-valid', {}, [{ field: 'pin', code: 'six-figures-that-are-not-row' }])
  const pinHash = await hash(saltedWith(device, accountId, pin), COST)
  return inOneStep(ctx, 'set-pin', async (tx) => {
    await demandFresh(ctx, tx)
    await endPin(tx, device, accountId, ctx.now())
    const pinId = ctx.newId()
    await insertPin(tx, { id: pinId, deviceId: device, accountId, pinHash, setAt: ctx.now() })
    return { pinId }
  })
}

/** Takes the PIN of the person signed in off this device. */
export function removePin(ctx: Ctx) {
  return inOneStep(ctx, 'remove-pin', async (tx) => {
    const { id: accountId } = staffOf(ctx)
    const device = deviceHere(ctx, accountId)
    if (device !== null) await endPin(tx, device, accountId, ctx.now())
    return { accountId }
  })
}

/** Whether the person signed in has a PIN on this device. */
export const hasPin = async (ctx: Ctx, tx: Tx): Promise<boolean> => {
  const { id } = staffOf(ctx)
  const device = deviceHere(ctx, id)
  return device !== null && (await pinOf(tx, device, id)) !== undefined
}

/** Who can open this device by a PIN, and whose sign-in stands behind the lock. */
export function whoCanOpen(ctx: Ctx) {
  return inClinic(ctx, 'see-lock', async (tx) => {
    const { id, name } = staffOf(ctx)
    const pins = ctx.device === undefined ? [] : await pinsOn(tx, deviceId(ctx.device))
    const people = pins.filter(({ accountId }) => deviceHere(ctx, accountId) !== null)
    return showsNobody({
      standing: { id, name },
      people: people.map(({ accountId, name: theirs, wrongTries }) => ({
        id: accountId,
        name: theirs,
        isSpent: wrongTries >= MOST_WRONG,
      })),
    })
  })
}

type Opening = { readonly accountId: string; readonly pin: string }

/**
 * Opens a device by the PIN of somebody known to it: their own locked sign-in goes on, anybody else's ends and theirs begins. Each try is
 * counted before it is judged, by device and person, so that nobody elsewhere can use up a nurse's tries.
 */
export async function openByPin(ctx: Ctx, { accountId, pin }: Opening) {
  const actor = staffOf(ctx)
  const device = deviceHere(ctx, accountId)
  const kept =
    device === null
      ? undefined
      : await inClinic(ctx, 'see-lock', async (tx) => showsNobody(await countWrongPin(tx, device, accountId, MOST_WRONG)))
  if (device === null || !kept) return refuse(ctx, 'open-by-pin', 'sign-in-failed', { accountId, triesLeft: '0' })
  if (!(await verify(kept.pinHash, saltedWith(device, accountId, pin))))
    return refuse(ctx, 'open-by-pin', 'sign-in-failed', { accountId, triesLeft: String(MOST_WRONG - kept.wrongTries) })
  return inOneStep(ctx, 'open-by-pin', async (tx) => {
    await forgiveTries(tx, kept.id)
    const isSame = accountId === actor.id
    if (isSame) await openSignIn(tx, actor.signInId, ctx.now())
    const signInId = isSame ? null : await beginSignIn(ctx, tx, accountId, 'pin')
    if (signInId !== null) await touchChair(tx, signInId, ctx.now())
    return { accountId, signInId }
  })
}

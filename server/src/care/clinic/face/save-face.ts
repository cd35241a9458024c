import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../../platform/context.ts'
import type { Face } from './face.ts'
import { insertFace, lockFace, logoById, setLanguage } from './store.ts'

/** Saves the clinic's face as its next version, which holds at once; refused where somebody saved another since `after`. */
export function saveFace(ctx: Ctx, { after, ...face }: Face & { after: number }) {
  return inOneStep(ctx, 'save-face', async (tx) => {
    const latest = await lockFace(tx)
    if (latest !== after) throw new Problem('settings-changed', { latest })
    if (face.logoId !== null && !(await logoById(tx, face.logoId)))
      throw new Problem('not-valid', {}, [{ field: 'logoId', code: 'logo-of-this-clinic' }])

    const version = after + 1
    await insertFace(tx, { ...face, version, savedBy: staffOf(ctx).id, savedAt: ctx.now() })
    await setLanguage(tx, face.language)
    return { version }
  })
}

import { type FaultSaid, Problem } from '@dripline/clinical'
import { type Color, contrastOfLuminances, grounds, luminanceOf, schemes } from '@dripline/clinical/face'
import { type Ctx, inOneStep, staffOf } from '../../../platform/context.ts'
import { sha256 } from '../../../platform/keys.ts'
import { fitted, trimmed } from '../../../platform/picture/fit-picture.ts'
import { NoPicture, type PictureFault, type Pixels } from '../../../platform/picture/pixels.ts'
import { readPng } from '../../../platform/picture/read-png.ts'
import { writePng } from '../../../platform/picture/write-png.ts'
import { insertLogo } from './store.ts'

/** What is taken of an upload: so many bytes, so many pixels on a side. */
export const LOGO_BYTES = 180 * 1024
const MOST_PIXELS = 2048
const LEAST_PIXELS = 16
/** How large a logo is kept: twice what a page shows, for dense screens. */
const KEPT = { width: 480, height: 96 }
/** Under this contrast with the ground a logo is lost in it (WCAG 2.2, 1.4.11, of graphics). */
const LOST = 3

const faults: Readonly<Record<PictureFault, FaultSaid>> = {
  'not a PNG': { code: 'picture-png' },
  broken: { code: 'picture-whole' },
  'not plain': { code: 'picture-plain' },
  'too large': { code: 'picture-at-most', params: { most: MOST_PIXELS } },
}
const refused = (said: FaultSaid) => new Problem('not-valid', {}, [{ field: 'png', ...said }])

const pixelsIn = (png: Buffer): Pixels => {
  try {
    return readPng(png, MOST_PIXELS)
  } catch (error) {
    throw error instanceof NoPicture ? refused(faults[error.why]) : error
  }
}

const drawnAgain = (png: Buffer): Pixels => {
  if (png.length > LOGO_BYTES) throw refused({ code: 'picture-bytes', params: { kilobytes: LOGO_BYTES / 1024 } })
  const seen = trimmed(pixelsIn(png))
  if (!seen) throw refused({ code: 'picture-seen' })
  if (seen.height < LEAST_PIXELS) throw refused({ code: 'picture-at-least', params: { least: LEAST_PIXELS } })
  return fitted(seen, KEPT)
}

const hex = (part: number) => part.toString(16).padStart(2, '0')

/** The schemes in whose ground most of what is seen of a logo would be lost. */
const lostIn = ({ rgba }: Pixels) =>
  schemes.filter((scheme) => {
    const ground = luminanceOf(grounds[scheme].ground)
    let [lost, all] = [0, 0]
    for (let at = 0; at < rgba.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at)
      const color: Color = `#${hex(red)}${hex(green)}${hex(blue)}`
      all += alpha
      if (contrastOfLuminances(luminanceOf(color), ground) < LOST) lost += alpha
    }
    return lost > all / 2
  })

/** Reads a PNG, draws its pixels again as a file of ours, no larger than pages show it, and keeps that; nothing shows it until it is saved with the face. */
export function keepLogo(ctx: Ctx, { png: sent }: { png: string }) {
  return inOneStep(ctx, 'keep-logo', async (tx) => {
    const drawn = drawnAgain(Buffer.from(sent, 'base64'))

    const { width, height } = drawn
    const png = writePng(drawn)
    const [id, digest, plateIn] = [ctx.newId(), sha256(png), lostIn(drawn)]
    await insertLogo(tx, {
      id,
      digest,
      png: png.toString('base64'),
      width,
      height,
      plateIn,
      keptBy: staffOf(ctx).id,
      keptAt: ctx.now(),
    })
    return { logoId: id, digest, width, height, plateIn }
  })
}

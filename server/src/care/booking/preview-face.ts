import { asked } from '@dripline/clinical'
import { schemes } from '@dripline/clinical/face'
import { locales } from '@dripline/clinical/words'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Variables } from '../../platform/allow.ts'
import { accentAddress, logoAddress } from '../../platform/clinic-said.ts'
import { inClinic } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import { clinicShape } from '../clinic/clinic.ts'
import { faceShape } from '../clinic/face/face.ts'
import { logoById } from '../clinic/face/store.ts'
import { bookingPage } from './documents.ts'

const terms = clinicShape.pick({ name: true, phone: true, address: true, crisisLines: true }).partial()

/** A face that is not saved, beside what else is about to change of the clinic; and in which language it is looked at. */
export const previewShape = z.strictObject({
  face: faceShape,
  terms,
  tongue: z.enum(locales, asked('one-of-values', { values: [...locales] })),
})
export type Preview = z.output<typeof previewShape>

/** The front page and the booking as they would look with a face that is not saved yet, each in both schemes: the pages themselves. */
export const previewFace = async (c: Context<{ Variables: Variables }>, { face, terms, tongue }: Preview) => {
  const { ctx } = c.var
  const logo = await inClinic(ctx, 'see-logo', async (tx) =>
    showsNobody({ found: face.logoId === null ? null : ((await logoById(tx, face.logoId)) ?? null) }),
  )
  const clinic = {
    ...terms,
    language: face.language,
    accent: face.accent && accentAddress(face.accent.light, face.accent.dark),
    logo: logo.found && { ...logo.found, src: logoAddress(logo.found.digest) },
    crisisIn: face.crisisLines,
    policies: face.policies,
  }
  const open = await bookingPage(ctx, await c.var.reader(), {})
  const book = await bookingPage(ctx, await c.var.reader(), { state: open.states[0]?.code })
  const pages = [
    { page: 'home', path: '/', data: { isSetUp: book.isSetUp } },
    { page: 'book', path: '/book', data: book },
  ] as const
  const drawn = []
  for (const { page, path, data } of pages)
    for (const scheme of schemes) drawn.push({ page, scheme, html: await c.var.draw({ path, data, scheme, tongue, clinic }) })
  return { pages: drawn }
}

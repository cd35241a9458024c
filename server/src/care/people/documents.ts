import { Problem } from '@dripline/clinical'
import { isLocale } from '@dripline/clinical/words'
import { Hono } from 'hono'
import { allow, type Variables } from '../../platform/allow.ts'
import { chooseLanguage } from './choose-language.ts'

/** What a page of a link sends about its holder: a press alone says nothing, one of two is chosen first. */
export const peopleDocuments = new Hono<{ Variables: Variables }>().post('/l/:secret/language', allow('link'), async (c) => {
  const { ctx } = c.var
  const { language } = await c.req.parseBody()
  if (language !== 'keep') {
    if (!isLocale(language)) throw new Problem('not-valid', {}, [{ field: 'language', code: 'one-of-two' }])
    await chooseLanguage(ctx, { language })
  }
  const purpose = ctx.actor.kind === 'link' ? ctx.actor.purpose : ''
  return c.redirect(`/l/${c.req.param('secret')}/${purpose}`, 303)
})

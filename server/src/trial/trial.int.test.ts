import { describe, expect, test } from 'vitest'
import { openComparison } from './compare.ts'

describe('a visit through the server’s own verbs', () => {
  test('is answered act by act as the rules alone answer it', async () => {
    const { compare, close } = await openComparison()
    for (let number = 0; number < 20; number++) expect((await compare(1, number)).difference).toBeNull()
    await close()
  }, 120_000)
})

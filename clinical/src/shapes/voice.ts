/** Who reads a refusal: staff are told what the field takes, the public is asked for it in plain words. */
export type Voice = 'staff' | 'public'

type Words = Readonly<Record<Voice, string>>

/** The words for this reader. */
export const inVoice = (voice: Voice, words: Words): string => words[voice]

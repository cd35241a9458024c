/** Says sentences one at a time, with a pause between them; what came meanwhile but the last is left out. */
export const speaker = (write: (sentence: string) => void, afterPause: (then: () => void) => void) => {
  let [isResting, waiting] = [false, null as string | null]
  const say = (sentence: string): void => {
    if (isResting) {
      waiting = sentence
      return
    }
    write(sentence)
    isResting = true
    afterPause(() => {
      isResting = false
      const next = waiting
      waiting = null
      if (next !== null) say(next)
    })
  }
  return say
}

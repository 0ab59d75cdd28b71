/** Calls the work at once, and however often it is asked for, at most once in the time; the last request is not lost. */
export function atMostEvery(milliseconds: number, work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false

  function run() {
    asked = false
    timer = setTimeout(() => {
      timer = undefined
      if (asked) run()
    }, milliseconds)
    work()
  }

  return {
    ask() {
      if (timer === undefined) run()
      else asked = true
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      asked = false
    },
  }
}

// What a program does on one start only: what lies on the volume of visits is taken by whoever starts next.
import { webProgram } from '../programs.ts'
import type { Shop } from '../shop.ts'

/** A web that does `instead` on the start that finds it laid out. */
export const webThatOnce = (instead: string): string[] =>
  webProgram({ before: `if rmdir /visits/once 2>/dev/null; then ${instead}; fi` })

/** Lays it out for the next start, when all runs. */
export async function layOut(shop: Shop): Promise<() => Promise<void>> {
  await shop.run('web', 'mkdir /visits/once')
  return () => shop.run('web', 'rmdir /visits/once')
}

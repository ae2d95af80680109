/** Why nothing can be read, and the cure: in the words of the command, with its codes. */

import type { Framed } from './pasted';
import type { Speech } from './words';

export interface Finding {
  readonly code: 'FIL8101' | 'FIL8102' | 'FIL8103';
  readonly message: string;
  readonly cure: string;
}

/** Characters that platforms keep of a state, which cuts those that are longer. */
const KEPT = 4096;

export type Fault = Exclude<Framed, { kind: 'whole' }> | { readonly kind: 'content' } | { readonly kind: 'strange'; readonly hash: string } | { readonly kind: 'missing'; readonly file: string };

export function finding(fault: Fault, { say }: Speech): Finding {
  switch (fault.kind) {
    case 'empty':
      return { code: 'FIL8102', message: say('STATE_EMPTY'), cure: say('STATE_EMPTY_CURE') };
    case 'strange':
      return { code: 'FIL8103', message: say('STATE_STRANGE', { hash: fault.hash }), cure: say('STATE_STRANGE_CURE') };
    case 'missing':
      return { code: 'FIL8101', message: say('DATA_MISSING', { file: fault.file }), cure: say('DATA_MISSING_CURE') };
    case 'content':
      return { code: 'FIL8102', message: say('STATE_CONTENT'), cure: say('STATE_DAMAGED_CURE') };
    default: {
      const cure = fault.length === KEPT ? say('STATE_CUT_CURE', { kept: KEPT }) : say('STATE_DAMAGED_CURE');
      return { code: 'FIL8102', message: say(fault.kind === 'shape' ? 'STATE_SHAPE' : 'STATE_SUM', { length: fault.length }), cure };
    }
  }
}

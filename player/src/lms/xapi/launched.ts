/** Reads the launch once: takes the credential out of the address bar, and keeps it for a reload. */

import type { Web } from './http';
import type { Address } from './launch';
import { addressOf, withoutAuth } from './launch';
import { TabMemory } from './marks';

/** null: the address names no record store. */
export function launchedBy(web: Web): Address | null {
  const address = addressOf(web.address);
  if (address === null || address.standard === 'cmi5') return address;
  const { clean, auth } = withoutAuth(web.address);
  // The place in the module changes; the launch before it does not.
  const tab = new TabMemory(web.session, `filiere:auth:${clean.split('#')[0] ?? ''}`);
  if (auth === '') return { ...address, auth: tab.read() };
  tab.write(auth);
  web.replaceAddress(clean);
  return address;
}

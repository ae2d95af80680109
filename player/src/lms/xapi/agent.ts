/** Makes one valid agent of the actors that Tin Can launchers send; a cmi5 actor is not touched by it. */

import type { Json, JsonObject } from './json';
import { isObject, listOf, textOf } from './json';

/** Exactly one identifier, of the kinds that systems send: the most lasting one wins. */
export function agentOf(given: JsonObject): JsonObject {
  const name = textOf(listOf(given['name'])[0]);
  return { objectType: 'Agent', ...(name === '' ? {} : { name }), ...identifier(given), ...groupOf(given) };
}

/** A team that works at one screen stays a group: its identifier names no agent. */
function groupOf(given: JsonObject): JsonObject {
  if (given['objectType'] !== 'Group') return {};
  const member = listOf(given['member']).filter(isObject).map(agentOf).filter(isIdentified);
  return { objectType: 'Group', ...(member.length === 0 ? {} : { member }) };
}

/** Whether statements can be made about this actor. */
export function isIdentified(actor: JsonObject): boolean {
  return ['account', 'mbox', 'mbox_sha1sum', 'openid', 'member'].some((key) => actor[key] !== undefined);
}

function identifier(given: JsonObject): JsonObject {
  const account = accountOf(listOf(given['account'])[0]);
  if (account !== null) return { account };
  const mbox = textOf(listOf(given['mbox'])[0]);
  if (mbox !== '') return { mbox: /^mailto:/iu.test(mbox) ? mbox : `mailto:${mbox}` };
  const [kind] = ['mbox_sha1sum', 'openid'].filter((key) => textOf(listOf(given[key])[0]) !== '');
  return kind === undefined ? {} : { [kind]: textOf(listOf(given[kind])[0]) };
}

/** 1.0 names, or those of 0.9; a home page that is no address is no account. */
function accountOf(value: Json | undefined): JsonObject | null {
  if (!isObject(value)) return null;
  const homePage = textOf(value['homePage'] ?? value['accountServiceHomePage']);
  const name = textOf(value['name'] ?? value['accountName']);
  return name !== '' && /^[a-z][a-z0-9+.-]*:\S+$/iu.test(homePage) ? { homePage, name } : null;
}

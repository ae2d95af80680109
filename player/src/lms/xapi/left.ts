/** What another session of this learner left unsent: asks the store what came after all, and says the rest anew. */

import type { Trouble } from '../lms';
import type { Activities } from './activities';
import type { Client, Reply } from './http';
import type { JsonObject } from './json';
import { objectOf, parsed, textOf } from './json';
import type { Queue } from './queue';
import { isPassing, troubleOf } from './sender';
import type { Statements } from './statements';
import { verbIn } from './verbs';

/** What tells of work; the rest told of a session that is over. */
const OF_WORK = ['answered', 'experienced', 'progressed'];

export interface Settles {
  readonly client: Client;
  readonly queue: Queue;
  readonly statements: Statements;
  readonly activities: Activities;
  readonly tell: (trouble: Trouble) => void;
}

/** A statement may not be sent in a session that is not its own: it is said anew in this one. */
export async function settle({ client, queue, statements, activities, tell }: Settles): Promise<'ok' | 'failed'> {
  for (const statement of queue.left()) {
    if (!OF_WORK.includes(verbIn(statement))) {
      queue.settle(statement, null);
      continue;
    }
    const { came, reply } = await cameOf(client, statement);
    if (isPassing(reply)) {
      tell(troubleOf('statements', reply));
      return 'failed';
    }
    queue.settle(statement, came === false ? statements.again(statement, activities) : null);
    // Said anew it might stand there twice: the learner's State has it, reports may not.
    if (came === null) tell({ ...troubleOf('statements', reply), kind: 'refused' });
  }
  return 'ok';
}

/** null: the store does not say. Some answer anything to what they do not know. */
export async function cameOf(client: Client, statement: JsonObject): Promise<{ came: boolean | null; reply: Reply }> {
  const id = textOf(statement['id']);
  const reply = await client.ask({ method: 'GET', path: 'statements', query: { statementId: id } });
  const found = reply.status === 200 && objectOf(parsed(reply.text))['id'] === id;
  return { came: found ? true : reply.status === 404 ? false : null, reply };
}

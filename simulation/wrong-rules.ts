// Rules that would lead to wrong verdicts, each applied to what a commit of the real client was shown.
import type { Result } from './client.js';
import type { SimulatedCluster } from './cluster.js';
import { type Answer, answerOf, evidenceIn, isAmbiguous, provenResult } from './evidence.js';
import { commitsIn, type Exchange, responseOf } from './exchanges.js';
import { assess, type SessionCommit } from './oracle.js';

export const wrongRules = ['the last answer', 'any 2xx', 'the content alone'] as const;
/** What a client with this rule believes. */
export type WrongRule = (typeof wrongRules)[number];

/** The wrong rules whose verdict on this commit would have been wrong. */
export function misledRules(commit: SessionCommit, cluster: SimulatedCluster): readonly WrongRule[] {
  return wrongRules.filter((rule) => assess(verdicts[rule](commit.exchanges), commit, cluster).kind === 'wrong');
}

const verdicts: Readonly<Record<WrongRule, (exchanges: readonly Exchange[]) => Result>> = {
  'the last answer': (exchanges) => (lastAnswer(exchanges) === 'success' ? 'committed' : 'failed'),
  'any 2xx': (exchanges) => {
    const status = responseOf(commitsIn(exchanges).at(-1))?.status ?? 0;
    return status >= 200 && status < 300 ? 'committed' : provenResult(exchanges);
  },
  'the content alone': (exchanges) => {
    const { answers, content } = evidenceIn(exchanges);
    return answers.some(isAmbiguous) && content === 'matches' ? 'committed' : provenResult(exchanges);
  },
};

function lastAnswer(exchanges: readonly Exchange[]): Answer | undefined {
  const last = commitsIn(exchanges).at(-1);
  return last && answerOf(last);
}
